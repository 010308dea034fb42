import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { LET_LEAVE, SWEEP_APPROVAL } from './approval.jobs';
import { SamplingService } from './opinions/sampling.service';
import { ClocksService } from './submissions/clock.service';

@Injectable()
export class ApprovalProcessor {
  constructor(
    private readonly clocks: ClocksService,
    private readonly sampling: SamplingService,
  ) {}

  @Handles(SWEEP_APPROVAL)
  async sweep(): Promise<void> {
    await this.clocks.sweep();
    await this.sampling.prepare();
  }

  @Handles(LET_LEAVE)
  async leave(): Promise<void> {
    await this.clocks.leave();
  }
}
