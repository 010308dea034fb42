import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import type { BatchContent } from '../batch.repository';
import { payoutsRefusals } from '../contract';
import type { Blocked, Decision } from '../domain/draft';
import type { RailKey } from '../domain/rail';

/**
 * Caller: DraftRepository.take, first statement of a draft.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: one draft of a programme and currency at a time. The second is told so instead of waiting: waiting drafts
 * would hold the connections that the first one needs.
 */
const TRY_TURN = `SELECT pg_try_advisory_xact_lock(hashtextextended('payouts.draft ' || $1, 7248)) AS got`;

/**
 * Caller: DraftRepository.fill, once for a batch; the function writes payouts and those who are left out.
 * Index: compensation_earnings_due, read in its order; primary key of the ledger's accounts.
 * Twice: what one batch names is no longer due for the next; one payout of a person in a batch.
 */
const FILL = 'SELECT payouts, total FROM payouts_draft($1, $2, $3, $4, $5)';

/**
 * Caller: DraftRepository.firstBlocked, to say why a batch would be empty.
 * Index: primary key (batch_id, person_id).
 * Twice: reading only.
 */
const FIRST_BLOCKED = `
  SELECT person_id AS "personId", amount, reason FROM payouts_blocked WHERE batch_id = $1 ORDER BY person_id LIMIT $2`;

/** Minutes for one statement of a draft instead of the seconds that a page may take: a million earnings on a busy machine. */
const LONGEST = `SET LOCAL statement_timeout = '5min'`;

export interface Filling {
  /** The rail that pays whoever chose none. */
  readonly usual: RailKey;
  /** Least amount of a payout, minor units. */
  readonly least: bigint;
  /** Who may not be paid for want of a tax form. */
  readonly formless: readonly string[];
  readonly decisions: readonly Decision[];
}

/** Puts what is due into a batch, all of it in one statement. */
@Injectable()
export class DraftRepository {
  /** Refuses `draft_in_progress` while somebody else is at it. */
  async take(tx: Tx, programId: string, currency: Currency): Promise<void> {
    const [turn] = await tx.query<{ got: boolean }>(TRY_TURN, [`${programId} ${currency}`]);
    if (turn?.got !== true) throw refusal(payoutsRefusals, 'draft_in_progress');
    await tx.run(LONGEST);
  }

  async fill(tx: Tx, batchId: string, { usual, least, formless, decisions }: Filling): Promise<BatchContent> {
    const [row] = await tx.query<{ payouts: number; total: bigint | null }>(FILL, [
      batchId,
      usual,
      least,
      formless,
      JSON.stringify(decisions),
    ]);
    return { payouts: row?.payouts ?? 0, total: row?.total ?? 0n };
  }

  async firstBlocked(tx: Tx, batchId: string, limit: number): Promise<Blocked[]> {
    return tx.query<Blocked>(FIRST_BLOCKED, [batchId, limit]);
  }
}
