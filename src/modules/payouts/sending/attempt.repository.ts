import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import type { PayAnswer } from '../domain/rail';
import type { LastAttempt } from '../domain/sending';
import type { PayoutEntity } from '../payout.entity';
import { AttemptEntity } from './attempt.entity';

/** How long a sender may wait for its rail before another may look. Longer than any call may take. */
export const LEASE_SECONDS = 60;

/**
 * Caller: SendingService.begin, the payout's row locked.
 * Index: unique (payout_id, number).
 * Twice: reading only.
 */
const LAST = `
  SELECT number, outcome IS NOT NULL AS "hasEnded", leased_until > now() AS "isLeased"
  FROM payouts_attempts WHERE payout_id = $1 ORDER BY number DESC LIMIT 1`;

/**
 * Caller: SendingService.begin, before a later attempt is inserted.
 * Index: payouts_attempts_open.
 * Twice: an attempt that has ended stays as it ended.
 */
const SUPERSEDE = `
  UPDATE payouts_attempts SET outcome = 'superseded', ended_at = now()
  WHERE payout_id = $1 AND outcome IS NULL`;

/**
 * Caller: SendingService.conclude.
 * Index: primary key.
 * Twice: only an open attempt is concluded; the late answer of a superseded one finds no row and changes nothing.
 */
const CONCLUDE = `
  UPDATE payouts_attempts SET outcome = $2, rail_ref = $3, reason = $4, ended_at = now()
  WHERE id = $1 AND outcome IS NULL`;

@Injectable()
export class AttemptRepository {
  constructor(private readonly db: Database) {}

  async list(payoutId: string): Promise<AttemptEntity[]> {
    return this.db.manager.find(AttemptEntity, { where: { payoutId }, order: { number: 'ASC' } });
  }

  async findLast(tx: Tx, payoutId: string): Promise<LastAttempt | null> {
    return (await tx.query<LastAttempt>(LAST, [payoutId]))[0] ?? null;
  }

  /** Ends an open attempt as superseded and opens attempt `number` with everything the rail will be told; its id. */
  async insert(tx: Tx, payout: PayoutEntity, number: number, rail: string): Promise<string> {
    await tx.run(SUPERSEDE, [payout.id]);
    const id = newId('att');
    const { personId, amount, currency } = payout;
    const parameters = { rail, personId, amount: toJsonInteger(amount), currency };
    await tx.run(
      `INSERT INTO payouts_attempts (id, payout_id, number, reference, parameters, leased_until)
       VALUES ($1, $2, $3, $2, $4, now() + make_interval(secs => $5))`,
      [id, payout.id, number, JSON.stringify(parameters), LEASE_SECONDS],
    );
    return id;
  }

  /** `false`: the attempt was superseded or concluded before. */
  async conclude(tx: Tx, id: string, answer: PayAnswer): Promise<boolean> {
    const railRef = answer.outcome === 'accepted' ? answer.railRef : null;
    const reason = answer.outcome === 'accepted' ? null : answer.reason;
    return (await tx.run(CONCLUDE, [id, answer.outcome, railRef, reason])) === 1;
  }
}
