import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { PeopleService } from '../../access';
import { may } from '../../access/contract';
import { GenerationService } from '../../generation';
import { ProgramService } from '../../program';
import { appealView } from '../appeals/appeal.mapping';
import { AppealRepository } from '../appeals/appeal.repository';
import { approvalRefusals } from '../contract';
import { WorkRepository } from '../works/work.repository';
import type { SubmissionQuery } from './submission.dto';
import type { SubmissionEntity } from './submission.entity';
import { detailParts, isVisible, submissionView } from './submission.mapping';
import { SubmissionRepository } from './submission.repository';
import type { SubmissionDetail, SubmissionView } from './submission-view.dto';

/** What artists and reviewers read of submissions. */
@Injectable()
export class SubmissionViewsService {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly appeals: AppealRepository,
    private readonly works: WorkRepository,
    private readonly generations: GenerationService,
    private readonly programs: ProgramService,
    private readonly people: PeopleService,
  ) {}

  /** One's own, newest first; for staff all; with `queue=open` what waits for a decision, by deadline. */
  async list(me: Actor, { queue, state, cursor, limit }: SubmissionQuery): Promise<Page<SubmissionView>> {
    if (queue !== undefined && !may(me, 'submission.read_any'))
      throw refusal(approvalRefusals, 'not_allowed');
    const now = await this.submissions.time();
    const view = (row: SubmissionEntity) => submissionView(row, me, now);
    if (queue === 'open') {
      const key = cursor === undefined ? null : decodeCursor(cursor, 2);
      const after = key === null ? null : ([Number(key[0]), String(key[1])] as const);
      const rows = await this.submissions.listQueue(me.id, after, limit + 1);
      return toPage(rows, limit, (row) => [row.dueAt?.getTime() ?? 0, row.id], view);
    }
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const isAll = queue === 'all' || (may(me, 'submission.read_any') && !hasRole(me, 'artist'));
    const personId = isAll ? undefined : me.id;
    const rows = await this.submissions.list({ personId, state, before, limit: limit + 1 });
    return toPage(rows, limit, (row) => [row.id], view);
  }

  /** One submission with clip, rules, reasons, appeal, work and history. Refuses what is not the reader's to see. */
  async get(me: Actor, id: string): Promise<SubmissionDetail> {
    const row = await this.submissions.find(id);
    if (row === null || !isVisible(row, me)) throw refusal(approvalRefusals, 'not_found');
    const [now, decisions, history, appeal, work, clip, terms, authors, participants] = await Promise.all([
      this.submissions.time(),
      this.submissions.listDecisions(id),
      this.submissions.listHistory(id),
      this.appeals.findLatest(id),
      this.works.findOfSubmission(id),
      this.generations.get(row.generationId),
      this.programs.terms(row.programId),
      this.people.cards([row.personId]),
      this.submissions.listParticipants(id),
    ]);
    const author = { id: row.personId, name: authors.get(row.personId)?.name ?? '' };
    return {
      ...submissionView(row, me, now),
      ...detailParts({ row, decisions, history, clip, clauses: terms.clauses, work }),
      author,
      appeal: appeal === null ? null : appealView(appeal, me, participants),
    };
  }
}
