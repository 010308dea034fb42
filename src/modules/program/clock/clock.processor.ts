import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { liftSecrecy } from './clock.jobs';
import { LiftingService } from './lifting.service';

@Injectable()
export class ClockProcessor {
  constructor(private readonly lifting: LiftingService) {}

  @Handles(liftSecrecy)
  async lift(): Promise<void> {
    await this.lifting.liftDue();
  }
}
