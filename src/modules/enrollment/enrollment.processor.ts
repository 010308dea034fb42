import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { sweepEnrollment } from './enrollment.jobs';
import { ExpiryService } from './expiry.service';
import { InvitingService } from './invitations/inviting.service';
import { RulingService } from './rulings/ruling.service';
import { SettlingService } from './selection/settling.service';
import { SuspensionSweep } from './suspensions/suspension.service';
import { SweepService } from './sweep.service';

@Injectable()
export class EnrollmentProcessor {
  constructor(
    private readonly sweeps: SweepService,
    private readonly rulings: RulingService,
    private readonly settling: SettlingService,
    private readonly inviting: InvitingService,
    private readonly expiry: ExpiryService,
    private readonly suspensions: SuspensionSweep,
  ) {}

  @Handles(sweepEnrollment)
  async sweep(): Promise<void> {
    await this.sweeps.expireDrafts();
    await this.suspensions.run();
    await this.sweeps.moveDue();
    await this.sweeps.lapse();
    await this.rulings.grantSilent();
    await this.inviting.expire();
    await this.expiry.warn();
    await this.settling.settle();
  }
}
