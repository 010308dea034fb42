import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { PayoutBatchEntity } from './batch.entity';
import type { BatchState } from './domain/batch.workflow';
import type { RailMode } from './domain/rail';

const TABLES = { table: 'payouts_batches', history: 'payouts_batches_history' } as const;

/**
 * Caller: BatchService, at an approval; $3 says whether it is the second one.
 * Index: primary key; the row is locked by the caller.
 * Twice: a place that is taken stays taken, and the table's CHECKs refuse one person in two places.
 */
const SIGN = `
  UPDATE payouts_batches SET
    approved_by = CASE WHEN $3 THEN approved_by ELSE coalesce(approved_by, $2) END,
    approved_at = CASE WHEN $3 THEN approved_at ELSE coalesce(approved_at, now()) END,
    second_approved_by = CASE WHEN $3 THEN coalesce(second_approved_by, $2) ELSE second_approved_by END,
    second_approved_at = CASE WHEN $3 THEN coalesce(second_approved_at, now()) ELSE second_approved_at END,
    updated_at = now()
  WHERE id = $1`;

/**
 * Caller: the sweep, for batches whose event or whose last payout's event was given up.
 * Index: payouts_batches_waiting.
 * Twice: reading only.
 */
const WAITING = `
  SELECT id, state FROM payouts_batches
  WHERE state IN ('approved', 'sending') AND updated_at < now() - make_interval(secs => $1)
  ORDER BY updated_at LIMIT 100`;

/**
 * Caller: LeftOutService, the batch locked, in draft, its payout cancelled before.
 * Index: primary key.
 * Twice: the payout's own move decides whether this runs; nobody is taken out twice.
 */
const LEAVE_OUT = `
  UPDATE payouts_batches SET total = total - $2, payouts = payouts - 1,
    approvals_needed = $3, edited_by = CASE WHEN $4 = ANY (edited_by) THEN edited_by ELSE edited_by || $4::text END,
    approved_by = NULL, approved_at = NULL, second_approved_by = NULL, second_approved_at = NULL, updated_at = now()
  WHERE id = $1`;

/** A draft that is being put together. Until `complete` it counts as one payout of one unit. */
export type NewBatch = Pick<
  PayoutBatchEntity,
  'id' | 'programId' | 'currency' | 'rail' | 'mode' | 'draftedBy'
>;

export type BatchContent = Pick<PayoutBatchEntity, 'total' | 'payouts'>;

export interface BatchFilter {
  readonly programId?: string | undefined;
  readonly state?: BatchState | undefined;
}

@Injectable()
export class BatchRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, manager: EntityManager = this.db.manager): Promise<PayoutBatchEntity | null> {
    return manager.findOneBy(PayoutBatchEntity, { id });
  }

  /** Newest first, older than the batch `before`. */
  async list(filter: BatchFilter, before: string | null, limit: number): Promise<PayoutBatchEntity[]> {
    const rows = this.db.manager.createQueryBuilder(PayoutBatchEntity, 'batch');
    if (filter.programId !== undefined) rows.andWhere('batch.program_id = :programId', filter);
    if (filter.state !== undefined) rows.andWhere('batch.state = :state', filter);
    if (before !== null) rows.andWhere('batch.id < :before', { before });
    return rows.orderBy('batch.id', 'DESC').limit(limit).getMany();
  }

  async listWaiting(untouchedSeconds: number): Promise<Pick<PayoutBatchEntity, 'id' | 'state'>[]> {
    return this.db.read(WAITING, [untouchedSeconds]);
  }

  async lock(tx: Tx, id: string): Promise<PayoutBatchEntity | null> {
    return tx.manager.findOne(PayoutBatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, { id, programId, currency, draftedBy, rail, mode }: NewBatch): Promise<void> {
    await tx.run(
      `INSERT INTO payouts_batches (id, program_id, currency, state, drafted_by, approvals_needed, total, payouts,
         content_hash, rail, mode)
       VALUES ($1, $2, $3, 'draft', $4, 1, 1, 1, repeat('0', 64), $5, $6)`,
      [id, programId, currency, draftedBy, rail, mode],
    );
  }

  /** Writes down what the payouts add up to, and freezes them. */
  async complete(
    tx: Tx,
    id: string,
    content: BatchContent & Pick<PayoutBatchEntity, 'approvalsNeeded'>,
  ): Promise<PayoutBatchEntity> {
    await tx.run('UPDATE payouts_batches SET total = $2, payouts = $3, approvals_needed = $4 WHERE id = $1', [
      id,
      content.total,
      content.payouts,
      content.approvalsNeeded,
    ]);
    return this.freeze(tx, id);
  }

  /** Freezes what the batch holds now. */
  private async freeze(tx: Tx, id: string): Promise<PayoutBatchEntity> {
    await tx.run('UPDATE payouts_batches SET content_hash = payouts_content_hash(id) WHERE id = $1', [id]);
    return tx.manager.findOneByOrFail(PayoutBatchEntity, { id });
  }

  /** Takes one payee's amount out of a draft; approvals are void, and the content is frozen anew. */
  async leaveOut(
    tx: Tx,
    id: string,
    { personId, amount }: { readonly personId: string; readonly amount: bigint },
    approvalsNeeded: 1 | 2,
    editor: string,
  ): Promise<PayoutBatchEntity> {
    await tx.run(
      `INSERT INTO payouts_blocked (batch_id, person_id, amount, reason) VALUES ($1, $2, $3, 'left_out')`,
      [id, personId, amount],
    );
    await tx.run(LEAVE_OUT, [id, amount, approvalsNeeded, editor]);
    return this.freeze(tx, id);
  }

  /** The hash of what the rows say at this moment. */
  async presentHash(tx: Tx, id: string): Promise<string> {
    const [row] = await tx.query<{ hash: string }>('SELECT payouts_content_hash($1) AS hash', [id]);
    return row?.hash ?? '';
  }

  /** Keeps the batch as it is until the transaction ends; others may do the same. */
  async share(tx: Tx, id: string): Promise<PayoutBatchEntity | null> {
    return tx.manager.findOne(PayoutBatchEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  async setPauseReason(tx: Tx, id: string, reason: string | null): Promise<void> {
    await tx.run('UPDATE payouts_batches SET pause_reason = $2 WHERE id = $1', [id, reason]);
  }

  /** Whether money of the other kind was ever sent from these books. */
  async hasSent(mode: RailMode): Promise<boolean> {
    const [row] = await this.db.read<{ sent: boolean }>(
      `SELECT EXISTS (SELECT FROM payouts_batches WHERE mode = $1 AND state IN ('sending', 'paused', 'done')) AS sent`,
      [mode],
    );
    return row?.sent === true;
  }

  /** Writes down who approved, as the first or as the second of two. */
  async sign(tx: Tx, id: string, personId: string, isSecond: boolean): Promise<void> {
    await tx.run(SIGN, [id, personId, isSecond]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }
}
