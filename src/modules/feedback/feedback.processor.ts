import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { DigestService } from './digest/digest.service';
import { SWEEP_FEEDBACK, SWEEP_WEEKS } from './feedback.jobs';
import { FeedbackFileService } from './files/feedback-file.service';
import { TriageService } from './triage.service';

@Injectable()
export class FeedbackProcessor {
  constructor(
    private readonly triage: TriageService,
    private readonly files: FeedbackFileService,
    private readonly digests: DigestService,
  ) {}

  @Handles(SWEEP_FEEDBACK)
  async sweep(): Promise<void> {
    await this.triage.sweep();
    await this.files.sweep();
  }

  @Handles(SWEEP_WEEKS)
  async sweepWeeks(): Promise<void> {
    await this.digests.sweep();
  }
}
