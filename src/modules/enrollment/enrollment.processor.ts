import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { sweepEnrollment } from './enrollment.jobs';
import { SweepService } from './sweep.service';

@Injectable()
export class EnrollmentProcessor {
  constructor(private readonly sweeps: SweepService) {}

  @Handles(sweepEnrollment)
  async sweep(): Promise<void> {
    await this.sweeps.expireDrafts();
    await this.sweeps.moveDue();
  }
}
