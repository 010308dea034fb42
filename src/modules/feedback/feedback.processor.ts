import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { SWEEP_FEEDBACK } from './feedback.jobs';
import { TriageService } from './triage.service';

@Injectable()
export class FeedbackProcessor {
  constructor(private readonly triage: TriageService) {}

  @Handles(SWEEP_FEEDBACK)
  async sweep(): Promise<void> {
    await this.triage.sweep();
  }
}
