import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { approvalRefusals } from '../contract';
import { claimFor, claimOf, NO_CLAIM } from '../domain/claim';
import { FACTS_LENGTH } from '../domain/statement';
import { ConflictRepository } from '../review/conflict.repository';
import { SubmissionRepository } from '../submissions/submission.repository';
import type { OpinionInput } from './opinion.dto';
import type { OpinionEntity } from './opinion.entity';
import { OpinionRepository } from './opinion.repository';

/** Second opinions: a person who took no part decides as if they were the first. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly opinions: OpinionRepository,
    private readonly conflicts: ConflictRepository,
    private readonly submissions: SubmissionRepository,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  /** Claims the oldest for a quarter of an hour and returns its id. Refuses `queue_empty`. */
  async next(me: Actor, once: Once): Promise<string> {
    if (!hasRole(me, 'reviewer')) throw refusal(approvalRefusals, 'not_allowed');
    const { id } = await this.idempotency.run(once, async (tx) => {
      const next = await this.opinions.lockNext(tx, me.id, await this.conflicts.of(me.id, tx));
      if (next === null) throw refusal(approvalRefusals, 'queue_empty');
      await this.opinions.update(tx, next, claimFor(me.id, await this.submissions.time(tx)));
      return { id: next };
    });
    return id;
  }

  /** One that the reader holds or gave. */
  async get(me: Actor, id: string): Promise<OpinionEntity> {
    const row = await this.opinions.find(id);
    if (row === null || ![row.claimedBy, row.secondReviewerId].includes(me.id))
      throw refusal(approvalRefusals, 'not_found');
    return row;
  }

  /** Gives it, once. A refusal needs ground and facts here as well; the database looks at who gives it. */
  async give(me: Actor, once: Once, id: string, { outcome, ground, facts }: OpinionInput): Promise<void> {
    const isTold = (facts ?? '').trim().length >= FACTS_LENGTH;
    await this.idempotency.run(once, async (tx) => {
      const row = await this.held(tx, me, id);
      const missing = [
        ...(outcome === 'declined' && ground === undefined ? ['ground'] : []),
        ...(outcome !== 'approved' && !isTold ? ['facts'] : []),
      ];
      if (missing.length > 0) throw refusal(approvalRefusals, 'statement_incomplete', { missing });
      await this.opinions.update(tx, row.id, {
        ...NO_CLAIM,
        secondReviewerId: me.id,
        secondOutcome: outcome,
        ground: outcome === 'declined' ? (ground ?? null) : null,
        facts: outcome === 'approved' ? null : (facts?.trim() ?? null),
        givenAt: await this.submissions.time(tx),
      });
      await this.audit.record(tx, me, 'approval.give_opinion', row.submissionId, { opinionId: id, outcome });
      return { id };
    });
  }

  /** Passes it on: it is not offered to this reviewer again. */
  async pass(me: Actor, id: string, once: Once): Promise<void> {
    await this.idempotency.run(once, async (tx) => {
      const row = await this.held(tx, me, id);
      await this.opinions.update(tx, row.id, { ...NO_CLAIM, passedBy: [...row.passedBy, me.id] });
      await this.audit.record(tx, me, 'approval.pass_opinion', row.submissionId, { opinionId: id });
      return { id };
    });
  }

  private async held(tx: Tx, me: Actor, id: string): Promise<OpinionEntity> {
    const row = await this.opinions.lock(tx, id);
    if (row === null) throw refusal(approvalRefusals, 'not_found');
    if (row.givenAt !== null) throw refusal(approvalRefusals, 'opinion_given');
    const claim = claimOf(row, me.id, await this.submissions.time(tx));
    if (claim === 'lapsed') throw refusal(approvalRefusals, 'claim_expired');
    if (claim !== 'mine') throw refusal(approvalRefusals, 'not_claimed');
    return row;
  }
}
