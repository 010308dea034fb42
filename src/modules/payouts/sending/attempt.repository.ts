import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import type { PayoutRail } from '../domain/rail';
import { retryAfterSeconds, type Attempt, type Conclusion, type LastAttempt } from '../domain/sending';
import type { PayoutEntity } from '../payout.entity';
import { AttemptEntity } from './attempt.entity';

/** How long a sender may wait for its rail before another may look. Longer than all calls of one try may take. */
export const LEASE_SECONDS = 120;
/** Nothing that was sent stays on the wire for longer: only then may another key be used. */
const FRESH_SECONDS = 900;

/**
 * Caller: AttemptLog.begin, the payout's row locked.
 * Index: unique (payout_id, number).
 * Twice: reading only.
 */
const LAST = `
  SELECT number, outcome IS NOT NULL AS "hasEnded",
    CASE WHEN outcome IS NULL THEN leased_until > now()
      ELSE outcome = 'unknown' AND called_at > now() - make_interval(secs => $2) END AS "isLeased"
  FROM payouts_attempts WHERE payout_id = $1 ORDER BY number DESC LIMIT 1`;

/**
 * Caller: AttemptLog.begin, the payout's row locked; everything that the rail will be told, with a key of its own.
 * Index: unique (payout_id, number); payouts_attempts_open.
 * Twice: one open attempt of a payout; one key for ever.
 */
const OPEN = `
  INSERT INTO payouts_attempts (id, payout_id, number, reference, key, parameters, leased_until)
  VALUES ($1, $2, $3, $2, $4, $5, now() + make_interval(secs => $6))`;

/**
 * Caller: AttemptLog.begin, for one more try under the same key; what was there before is returned.
 * Index: payouts_attempts_open.
 * Twice: the number of tries fences the answers of earlier ones.
 */
const AGAIN = `
  UPDATE payouts_attempts a SET tries = a.tries + 1, called_at = now(), leased_until = now() + make_interval(secs => $2)
  FROM payouts_attempts b
  WHERE a.payout_id = $1 AND a.outcome IS NULL AND b.id = a.id
  RETURNING a.id, a.number, a.key, a.parameters, a.tries, a.is_spent AS "isSpent",
    b.called_at > now() - make_interval(secs => $3) AS "isFresh",
    a.started_at < now() - make_interval(secs => $4) AS "isExpired"`;

/**
 * Caller: AttemptLog.conclude.
 * Index: primary key.
 * Twice: only the latest try of an open attempt is concluded; late answers find no row and change nothing.
 */
const CONCLUDE = `
  UPDATE payouts_attempts SET outcome = $3, rail_ref = $4, reason = $5, code = $6, ended_at = now()
  WHERE id = $1 AND tries = $2 AND outcome IS NULL`;

/**
 * Caller: AttemptLog.conclude, when nobody knows: the attempt stays open and is looked into later.
 * Index: primary key.
 * Twice: as CONCLUDE.
 */
const NOTE = `
  UPDATE payouts_attempts SET reason = $3, is_spent = is_spent OR $4, leased_until = now() + make_interval(secs => $5)
  WHERE id = $1 AND tries = $2 AND outcome IS NULL`;

interface AgainRow {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly parameters: { readonly personId: string; readonly recipient?: string };
  readonly tries: number;
  readonly isSpent: boolean;
  readonly isFresh: boolean;
  readonly isExpired: boolean;
}

@Injectable()
export class AttemptRepository {
  constructor(private readonly db: Database) {}

  async list(payoutId: string): Promise<AttemptEntity[]> {
    return this.db.manager.find(AttemptEntity, { where: { payoutId }, order: { number: 'ASC' } });
  }

  async findLast(tx: Tx, payoutId: string): Promise<LastAttempt | null> {
    return (await tx.query<LastAttempt>(LAST, [payoutId, FRESH_SECONDS]))[0] ?? null;
  }

  /** Opens attempt `number` with everything the rail will be told. */
  async open(
    tx: Tx,
    payout: PayoutEntity,
    number: number,
    rail: PayoutRail,
    recipient: string,
  ): Promise<Attempt> {
    const attemptId = newId('att');
    const { id: reference, personId, amount, currency } = payout;
    const key = `atelier:${reference}:${number}`;
    const parameters = {
      rail: rail.key,
      mode: rail.mode,
      personId,
      recipient,
      amount: toJsonInteger(amount),
      currency,
    };
    await tx.run(OPEN, [attemptId, reference, number, key, JSON.stringify(parameters), LEASE_SECONDS]);
    const state = { tries: 1, isSpent: false, isExpired: false, isFresh: false };
    return { attemptId, key, reference, personId, recipient, amount, currency, number, ...state };
  }

  /** One more try of the open attempt, with the parameters that it was opened with. */
  async again(tx: Tx, payout: PayoutEntity, rail: PayoutRail): Promise<Attempt | null> {
    const life = rail.keyLifeMs / 1_000;
    const [row] = await tx.query<AgainRow>(AGAIN, [payout.id, LEASE_SECONDS, FRESH_SECONDS, life]);
    if (row === undefined) return null;
    const { id: attemptId, parameters, ...rest } = row;
    const { id: reference, amount, currency } = payout;
    const { personId, recipient = personId } = parameters;
    return { attemptId, reference, personId, recipient, amount, currency, ...rest };
  }

  /** `false`: another try has begun, or the attempt was concluded before. */
  async conclude(tx: Tx, { attemptId, tries }: Attempt, conclusion: Conclusion): Promise<boolean> {
    if (conclusion.outcome === 'unknown') {
      const spent = conclusion.isSpent === true;
      const after = retryAfterSeconds(tries);
      return (await tx.run(NOTE, [attemptId, tries, conclusion.reason, spent, after])) === 1;
    }
    const outcome = conclusion.outcome === 'misused' ? 'unknown' : conclusion.outcome;
    const railRef = conclusion.outcome === 'accepted' ? conclusion.railRef : null;
    const reason = 'reason' in conclusion ? conclusion.reason : null;
    const code = conclusion.outcome === 'rejected' ? conclusion.code : null;
    return (await tx.run(CONCLUDE, [attemptId, tries, outcome, railRef, reason, code])) === 1;
  }
}
