import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { GenerationService } from '../../generation';
import { ProgramService } from '../../program';
import { appealView } from '../appeals/appeal.mapping';
import { AppealRepository } from '../appeals/appeal.repository';
import { approvalRefusals } from '../contract';
import { InsightService } from '../review/insight.service';
import { WorkRepository } from '../works/work.repository';
import { detailParts, isVisible, submissionView } from './submission.mapping';
import { SubmissionRepository } from './submission.repository';
import type { SubmissionDetail } from './submission-view.dto';

/** What artists and reviewers read of submissions. */
@Injectable()
export class SubmissionViewsService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly appeals: AppealRepository,
    private readonly works: WorkRepository,
    private readonly generations: GenerationService,
    private readonly programs: ProgramService,
    private readonly insights: InsightService,
  ) {}

  /** One submission with clip, rules, reasons, appeal, work and history. Refuses what is not the reader's to see. */
  async get(me: Actor, id: string): Promise<SubmissionDetail> {
    const row = await this.submissions.find(id);
    if (row === null || !isVisible(row, me)) throw refusal(approvalRefusals, 'not_found');
    const [now, decisions, history, appeal, work, clip, terms, insight, participants] = await Promise.all([
      this.submissions.time(),
      this.submissions.listDecisions(id),
      this.submissions.listHistory(id),
      this.appeals.findLatest(id),
      this.works.findOfSubmission(id),
      this.generations.get(row.generationId),
      this.programs.terms(row.programId),
      this.insights.of(row, me),
      this.submissions.listParticipants(id),
    ]);
    const { isDeclared, ...known } = insight;
    const messages = appeal === null ? [] : await this.appeals.messages(appeal.id);
    return {
      ...submissionView(row, me, now, isDeclared),
      ...detailParts({ row, decisions, history, clip, clauses: terms.clauses, work }),
      ...known,
      appeal: appeal === null ? null : appealView(appeal, me, { participants, messages, now }),
    };
  }
}
