import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { may } from '../../access/contract';
import { approvalRefusals } from '../contract';
import type { SubmissionEntity } from '../submissions/submission.entity';
import { submissionView } from '../submissions/submission.mapping';
import { SubmissionMoveService } from '../submissions/submission-move.service';
import type { QueueFilter, SubmissionQuery } from '../submissions/submission-query.dto';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { SubmissionView } from '../submissions/submission-view.dto';
import { QueueRepository } from './queue.repository';
import type { Reader } from './queue.sql';

/** How the queue looks to somebody: reviewers see all of it, others take what was escalated to their role. */
const readerOf = (me: Actor): Reader => ({ id: me.id, onlyFor: hasRole(me, 'reviewer') ? [] : me.roles });

/** What waits, nearest deadline first, and the next of it. */
@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly queue: QueueRepository,
    private readonly submissions: SubmissionRepository,
    private readonly moves: SubmissionMoveService,
    private readonly idempotency: Idempotency,
  ) {}

  /** One's own, newest first; for staff all; with `queue=open` what waits for a decision, by deadline. */
  async list(me: Actor, query: SubmissionQuery): Promise<Page<SubmissionView>> {
    const { queue, state, cursor, limit } = query;
    if (queue !== undefined && !may(me, 'submission.read_any'))
      throw refusal(approvalRefusals, 'not_allowed');
    if (queue === 'open') return this.waiting(me, query);
    const now = await this.submissions.time();
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const isAll = queue === 'all' || (may(me, 'submission.read_any') && !hasRole(me, 'artist'));
    const personId = isAll ? undefined : me.id;
    const rows = await this.submissions.list({ personId, state, before, limit: limit + 1 });
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => submissionView(row, me, now),
    );
  }

  /**
   * Claims the first that is free for this reviewer and returns its id. Whoever asks at the same time gets another one.
   * Refuses `queue_empty` when nothing is.
   */
  async next(me: Actor, once: Once, wish: QueueFilter): Promise<string> {
    const { id } = await this.idempotency.run(once, async (tx) => {
      const next = await this.queue.lockNext(tx, readerOf(me), wish);
      if (next === null) throw refusal(approvalRefusals, 'queue_empty');
      const { row, now } = next;
      // the list leaves out whose conflicts they declared
      await this.moves.act(tx, row, 'claim', me, { judging: { now, isDeclared: false } });
      return { id: row.id };
    });
    return id;
  }

  private async waiting(me: Actor, query: SubmissionQuery): Promise<Page<SubmissionView>> {
    const { cursor, limit } = query;
    const key = cursor === undefined ? null : decodeCursor(cursor, 2);
    const after = key === null ? null : ([new Date(Number(key[0])), String(key[1])] as const);
    // for managers and admins it is a view of all of it; only the next one is of their role
    const reader = { id: me.id, onlyFor: [] };
    const [rows, now] = await Promise.all([
      this.queue.list(reader, query, after, limit + 1),
      this.submissions.time(),
    ]);
    return toPage<SubmissionEntity, SubmissionView>(
      rows,
      limit,
      (row) => [row.dueAt?.getTime() ?? 0, row.id],
      (row) => submissionView(row, me, now),
    );
  }
}
