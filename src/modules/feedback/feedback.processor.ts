import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { SWEEP_FEEDBACK } from './feedback.jobs';
import { FeedbackFileService } from './files/feedback-file.service';
import { TriageService } from './triage.service';

@Injectable()
export class FeedbackProcessor {
  constructor(
    private readonly triage: TriageService,
    private readonly files: FeedbackFileService,
  ) {}

  @Handles(SWEEP_FEEDBACK)
  async sweep(): Promise<void> {
    await this.triage.sweep();
    await this.files.sweep();
  }
}
