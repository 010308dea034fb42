import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import type { RailKey } from './domain/rail';
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
    reason = $4,
    sent_at = CASE WHEN $5 = 'in_transit' THEN coalesce(sent_at, now()) ELSE sent_at END,
    paid_at = CASE WHEN $5 = 'paid' THEN coalesce(paid_at, now()) ELSE paid_at END
  WHERE id = $1`;

/**
 * Caller: PayoutRepository.insertAll, for the draft of a batch.
 * Index: primary key; unique (batch_id, person_id).
 * Twice: one payout of a person in a batch.
 */
const INSERT = `
  INSERT INTO payouts_payouts (id, batch_id, program_id, person_id, amount, currency, earning_ids, recipient,
    recipient_mark, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft')`;

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
 * Index: payouts_payouts_unsent.
 * Twice: reading only; sending is safe to repeat.
 */
const UNSENT = `
  SELECT p.id FROM payouts_batches b JOIN payouts_payouts p ON p.batch_id = b.id
  WHERE b.state = 'sending' AND ($1::text IS NULL OR b.id = $1) AND p.state IN ('draft', 'approved')
  ORDER BY p.id LIMIT 500`;

/**
 * Caller: BatchService.finishEnded, after each payout's end.
 * Index: payouts_payouts_open.
 * Twice: reading only.
 */
const HAS_OPEN = `
  SELECT EXISTS (SELECT FROM payouts_payouts WHERE batch_id = $1
    AND state NOT IN ('paid', 'failed', 'returned', 'canceled')) AS open`;

export type NewPayout = Pick<
  PayoutEntity,
  | 'id'
  | 'batchId'
  | 'programId'
  | 'personId'
  | 'amount'
  | 'currency'
  | 'earningIds'
  | 'recipient'
  | 'recipientMark'
>;

export interface PayoutFilter {
  readonly state?: PayoutState | undefined;
  readonly programId?: string | undefined;
  readonly personId?: string | undefined;
}

/** What came to be known with a step. Rail and reference stay as first known. */
export interface PayoutNews {
  readonly rail?: RailKey;
  readonly railRef?: string;
  readonly reason?: string | null;
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
    if (before !== null) rows.andWhere('payout.id < :before', { before });
    return rows.orderBy('payout.id', 'DESC').limit(limit).getMany();
  }

  /** All of one batch, by payee: the order in which their accounts are locked. */
  async listOf(batchId: string, manager: EntityManager = this.db.manager): Promise<PayoutEntity[]> {
    return manager.find(PayoutEntity, { where: { batchId }, order: { personId: 'ASC' } });
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

  async insertAll(tx: Tx, payouts: readonly NewPayout[]): Promise<void> {
    for (const payout of payouts) {
      const { id, batchId, programId, personId, amount, currency, earningIds } = payout;
      await tx.run(INSERT, [
        id, batchId, programId, personId, amount, currency, earningIds, payout.recipient, payout.recipientMark,
      ]); // prettier-ignore
    }
  }

  async markLeftOut(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE payouts_payouts SET is_left_out = true WHERE id = $1', [id]);
  }

  /** Moves the row with what came to be known; `false`: it was no longer in `move.from`. */
  async move(tx: Tx, move: StateMove & { to: PayoutState }, news: PayoutNews): Promise<boolean> {
    const { rail = null, railRef = null, reason = null } = news;
    await tx.run(RECORD, [move.id, rail, railRef, reason, move.to]);
    return moveState(tx, TABLES, move);
  }
}
