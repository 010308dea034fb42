import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { AwardService } from './awards/award.service';
import { MilestoneService } from './awards/milestone.service';
import { CallLifeService } from './calls/call-life.service';
import { EventLifeService } from './events/event-life.service';
import { sweepGrants } from './grants.jobs';

@Injectable()
export class GrantsProcessor {
  constructor(
    private readonly calls: CallLifeService,
    private readonly awards: AwardService,
    private readonly milestones: MilestoneService,
    private readonly events: EventLifeService,
  ) {}

  @Handles(sweepGrants)
  async sweep(): Promise<void> {
    await this.calls.closeDue();
    await this.events.closeDue();
    await this.milestones.acceptUnanswered();
    await this.awards.sweep();
  }
}
