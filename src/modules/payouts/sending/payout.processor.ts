import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { BatchService } from '../batch.service';
import { followPayout, sendPayout, sweepPayouts, type PayoutJob } from './payout.jobs';
import { SendingService } from './sending.service';

@Injectable()
export class PayoutProcessor {
  constructor(
    private readonly sending: SendingService,
    private readonly batches: BatchService,
  ) {}

  @Handles(sendPayout)
  async send({ payoutId }: PayoutJob): Promise<void> {
    await this.sending.send(payoutId);
  }

  @Handles(followPayout)
  async follow({ payoutId }: PayoutJob): Promise<void> {
    await this.sending.follow(payoutId);
  }

  @Handles(sweepPayouts)
  async sweep(): Promise<void> {
    await this.batches.sweep();
    await this.sending.sweep();
  }
}
