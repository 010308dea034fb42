import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { sweepReversals, takeBack } from './reversal.jobs';
import { TakingBackService } from './taking-back.service';

@Injectable()
export class ReversalProcessor {
  constructor(private readonly takingBack: TakingBackService) {}

  @Handles(takeBack)
  async run({ reversalId }: { readonly reversalId: string }): Promise<void> {
    await this.takingBack.run(reversalId);
  }

  @Handles(sweepReversals)
  async sweep(): Promise<void> {
    await this.takingBack.sweep();
  }
}
