import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { sweepEnrollment } from './enrollment.jobs';
import { RulingService } from './rulings/ruling.service';
import { SweepService } from './sweep.service';

@Injectable()
export class EnrollmentProcessor {
  constructor(
    private readonly sweeps: SweepService,
    private readonly rulings: RulingService,
  ) {}

  @Handles(sweepEnrollment)
  async sweep(): Promise<void> {
    await this.sweeps.expireDrafts();
    await this.sweeps.moveDue();
    await this.sweeps.lapse();
    await this.rulings.grantSilent();
  }
}
