import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { PayoutBatchEntity } from '../batch.entity';
import type { PreviewLine } from '../domain/preview';

/**
 * Caller: PreviewService; the batch before this one that was let go, of the same programme, currency and rail.
 * Index: payouts_batches_program.
 * Twice: reading only.
 */
const BEFORE = `
  SELECT id, total, payouts, coalesce(second_approved_at, approved_at, created_at) AS at FROM payouts_batches
  WHERE program_id = $1 AND currency = $2 AND rail = $3 AND mode = $4 AND id < $5
    AND state IN ('approved', 'sending', 'paused', 'done')
  ORDER BY id DESC LIMIT 1`;

/**
 * Caller: PreviewService; the next lines of a batch behind the person $3, each with what the person got before. $2 is the
 * batch before.
 * Index: unique (batch_id, person_id); payouts_payouts_person.
 * Twice: reading only.
 */
const LINES = `
  SELECT p.id AS "payoutId", p.person_id AS "personId", p.amount, last.id IS NOT NULL AS "wasPaid",
    coalesce(last.rail = b.rail AND (last.recipient, last.recipient_mark) IS DISTINCT FROM (p.recipient, p.recipient_mark), false)
      AS "hasMoved",
    before.amount AS before
  FROM payouts_payouts p
  JOIN payouts_batches b ON b.id = p.batch_id
  LEFT JOIN payouts_payouts before ON before.batch_id = $2 AND before.person_id = p.person_id AND NOT before.is_left_out
  LEFT JOIN LATERAL (
    SELECT o.id, o.rail, o.recipient, o.recipient_mark FROM payouts_payouts o
    WHERE o.person_id = p.person_id AND o.id < p.id AND o.sent_at IS NOT NULL AND o.state <> 'failed'
    ORDER BY o.id DESC LIMIT 1
  ) last ON true
  WHERE p.batch_id = $1 AND NOT p.is_left_out AND p.person_id > $3
  ORDER BY p.person_id LIMIT $4`;

export interface Run {
  readonly id: string;
  readonly total: bigint;
  readonly payouts: number;
  readonly at: Date;
}

export interface PreviewRow extends PreviewLine {
  readonly payoutId: string;
}

@Injectable()
export class PreviewRepository {
  constructor(private readonly db: Database) {}

  async findBefore(batch: PayoutBatchEntity): Promise<Run | null> {
    const { id, programId, currency, rail, mode } = batch;
    const [run] = await this.db.read<{ id: string; total: string; payouts: number; at: Date }>(BEFORE, [
      programId,
      currency,
      rail,
      mode,
      id,
    ]);
    return run === undefined ? null : { ...run, total: BigInt(run.total) };
  }

  /** By person, behind `after`. */
  async lines(batchId: string, beforeId: string | null, after: string, limit: number): Promise<PreviewRow[]> {
    const rows = await this.db.read<
      Omit<PreviewRow, 'amount' | 'before'> & { amount: string; before: string | null }
    >(LINES, [batchId, beforeId, after, limit]);
    return rows.map(({ amount, before, ...row }) => ({
      ...row,
      amount: BigInt(amount),
      before: before === null ? null : BigInt(before),
    }));
  }
}
