import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import type { RailKey, Returner } from './domain/rail';
import type { PayoutState } from './domain/payout.workflow';
import { PayoutEntity } from './payout.entity';

const TABLES = { table: 'payouts_payouts', history: 'payouts_payouts_history' } as const;

/**
 * Caller: BookService, before the move of the same transaction; what is known of a payout besides its state.
 * Index: primary key; the row is locked by the caller.
 * Twice: times are kept as first written; reference and reason are the same the second time.
 */
const RECORD = `
  UPDATE payouts_payouts SET
    rail = coalesce(rail, $2),
    rail_ref = coalesce($3, rail_ref),
    bank_ref = coalesce($6, bank_ref),
    reason = $4,
    sent_at = CASE WHEN $5 = 'in_transit' THEN coalesce(sent_at, now()) ELSE sent_at END,
    paid_at = CASE WHEN $5 = 'paid' THEN coalesce(paid_at, now()) ELSE paid_at END
  WHERE id = $1`;

/**
 * Caller: BookService, when a batch is cancelled or stopped: the next $4 of its drafts, with their history.
 * Index: payouts_payouts_open.
 * Twice: the second call finds none of them in draft.
 */
const CANCEL_DRAFTS = `
  WITH turn AS (
    SELECT id FROM payouts_payouts WHERE batch_id = $1 AND state = 'draft' ORDER BY id LIMIT $4 FOR UPDATE
  ), moved AS (
    UPDATE payouts_payouts p SET state = $3, updated_at = now() FROM turn WHERE p.id = turn.id
    RETURNING p.id, p.person_id, p.amount, p.currency
  ), noted AS (
    INSERT INTO payouts_payouts_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT id, 'cancel', 'draft', $3, $2 FROM moved
  )
  SELECT id AS "payoutId", person_id AS "personId", amount, currency FROM moved`;

/**
 * Caller: BatchService, for a batch that is stopped: those whose turn had come and that were not sent.
 * Index: payouts_payouts_open.
 * Twice: reading only.
 */
const APPROVED = `
  SELECT id FROM payouts_payouts WHERE batch_id = $1 AND state = 'approved' ORDER BY id LIMIT 500`;

/**
 * Caller: the sweep, for payouts that should have moved on: to send, or to ask the rail about.
 * Index: payouts_payouts_waiting.
 * Twice: reading only; sending and following are safe to repeat.
 */
const WAITING = `
  SELECT p.id FROM payouts_payouts p JOIN payouts_batches b ON b.id = p.batch_id
  WHERE p.state IN ('approved', 'sending', 'in_transit') AND p.state = ANY ($1) AND b.state IN ('sending', 'done')
    AND p.updated_at < now() - make_interval(secs => $2)
  ORDER BY p.updated_at LIMIT 200`;

/**
 * Caller: a batch that is being sent, and the sweep: the next whose turn it is.
 * Index: payouts_payouts_open.
 * Twice: reading only; sending is safe to repeat.
 */
const UNSENT = `
  SELECT p.id FROM payouts_batches b JOIN payouts_payouts p ON p.batch_id = b.id
  WHERE b.state = 'sending' AND ($1::text IS NULL OR b.id = $1) AND p.state IN ('draft', 'approved')
  ORDER BY p.batch_id, p.state, p.id LIMIT 500`;

/**
 * Caller: BatchService.finishEnded, after each payout's end.
 * Index: payouts_payouts_open.
 * Twice: reading only.
 */
const HAS_OPEN = `
  SELECT EXISTS (SELECT FROM payouts_payouts WHERE batch_id = $1
    AND state NOT IN ('paid', 'failed', 'returned', 'canceled')) AS open`;

export interface CanceledDraft extends Pick<PayoutEntity, 'personId' | 'amount' | 'currency'> {
  readonly payoutId: string;
}

/**
 * Caller: BookService, for a payout that came back: who wanted it so.
 * Index: payouts_reversals_open.
 * Twice: reading only.
 */
const TAKEN_BACK = `
  SELECT EXISTS (SELECT FROM payouts_reversals WHERE payout_id = $1 AND state IN ('taking_back', 'done')) AS "is"`;

export interface PayoutFilter {
  readonly state?: PayoutState | undefined;
  readonly programId?: string | undefined;
  readonly personId?: string | undefined;
  readonly batchId?: string | undefined;
}

/** What came to be known with a step. Rail and reference stay as first known. */
export interface PayoutNews {
  readonly rail?: RailKey;
  readonly railRef?: string;
  /** The rail's own payment to the payee's bank. */
  readonly bankRef?: string | null | undefined;
  readonly reason?: string | null;
  /** Who sent it back; the payee's bank unless named. */
  readonly returnedBy?: Returner | undefined;
}

@Injectable()
export class PayoutRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, manager: EntityManager = this.db.manager): Promise<PayoutEntity | null> {
    return manager.findOneBy(PayoutEntity, { id });
  }

  /** Newest first, older than the payout `before`. */
  async list(filter: PayoutFilter, before: string | null, limit: number): Promise<PayoutEntity[]> {
    const rows = this.db.manager.createQueryBuilder(PayoutEntity, 'payout');
    if (filter.state !== undefined) rows.andWhere('payout.state = :state', filter);
    if (filter.programId !== undefined) rows.andWhere('payout.program_id = :programId', filter);
    if (filter.personId !== undefined) rows.andWhere('payout.person_id = :personId', filter);
    if (filter.batchId !== undefined)
      rows.andWhere('payout.batch_id = :batchId AND NOT payout.is_left_out', filter);
    if (before !== null) rows.andWhere('payout.id < :before', { before });
    return rows.orderBy('payout.id', 'DESC').limit(limit).getMany();
  }

  /** Whether the batch is about money of this person, taken out of it or not. */
  async pays(tx: Tx, batchId: string, personId: string): Promise<boolean> {
    return (await this.findIn(tx, batchId, personId)) !== null;
  }

  /** The payout of a person in a batch. */
  async findIn(tx: Tx, batchId: string, personId: string): Promise<PayoutEntity | null> {
    return tx.manager.findOneBy(PayoutEntity, { batchId, personId });
  }

  /** Which of these batches pay this person. */
  async listBatchesPaying(personId: string, batchIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read<{ id: string }>(
      'SELECT batch_id AS id FROM payouts_payouts WHERE person_id = $1 AND batch_id = ANY ($2)',
      [personId, batchIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Ids of payouts that stayed in one of `states` for so many seconds, oldest first. */
  async listWaiting(states: readonly PayoutState[], untouchedSeconds: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(WAITING, [states, untouchedSeconds]);
    return rows.map(({ id }) => id);
  }

  /** Up to 500 payouts whose turn to be sent it is; of one batch, or of all. */
  async listUnsent(batchId: string | null, tx?: Tx): Promise<string[]> {
    const rows =
      tx === undefined
        ? await this.db.read<{ id: string }>(UNSENT, [batchId])
        : await tx.query<{ id: string }>(UNSENT, [batchId]);
    return rows.map(({ id }) => id);
  }

  /** The rail of the payout's batch; it stays the same whatever is set up later. */
  async railOf(id: string): Promise<RailKey | null> {
    const [row] = await this.db.read<{ rail: RailKey }>(
      'SELECT b.rail FROM payouts_payouts p JOIN payouts_batches b ON b.id = p.batch_id WHERE p.id = $1',
      [id],
    );
    return row?.rail ?? null;
  }

  async hasOpen(tx: Tx, batchId: string): Promise<boolean> {
    const [row] = await tx.query<{ open: boolean }>(HAS_OPEN, [batchId]);
    return row?.open === true;
  }

  async lock(tx: Tx, id: string): Promise<PayoutEntity | null> {
    return tx.manager.findOne(PayoutEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Cancels up to `limit` drafts of a batch; returns them, none: there are no more. */
  async cancelDrafts(
    tx: Tx,
    batchId: string,
    actorId: string,
    to: PayoutState,
    limit: number,
  ): Promise<CanceledDraft[]> {
    return tx.query<CanceledDraft>(CANCEL_DRAFTS, [batchId, actorId, to, limit]);
  }

  /** Ids of the first that a batch has approved and not begun to send. */
  async listApproved(tx: Tx, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(APPROVED, [batchId]);
    return rows.map(({ id }) => id);
  }

  async markLeftOut(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE payouts_payouts SET is_left_out = true WHERE id = $1', [id]);
  }

  /** Whether two people have asked for it back. */
  async isTakenBack(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ is: boolean }>(TAKEN_BACK, [id]);
    return row?.is === true;
  }

  /** Moves the row with what came to be known; `false`: it was no longer in `move.from`. */
  async move(tx: Tx, move: StateMove & { to: PayoutState }, news: PayoutNews): Promise<boolean> {
    const { rail = null, railRef = null, reason = null, bankRef = null } = news;
    await tx.run(RECORD, [move.id, rail, railRef, reason, move.to, bankRef]);
    return moveState(tx, TABLES, move);
  }
}
