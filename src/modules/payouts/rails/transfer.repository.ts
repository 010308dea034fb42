import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { PayRequest } from '../domain/rail';
import type { Mood, TransferState } from '../domain/sandbox-transfer.workflow';
import { TransferEntity } from './transfer.entity';

const TABLES = { table: 'payouts_sandbox_transfers', history: 'payouts_sandbox_transfers_history' } as const;

/**
 * Caller: SandboxRail.pay; $6 is the delay in milliseconds until it settles by itself.
 * Index: unique (reference).
 * Twice: a known reference inserts nothing; the caller compares what is there with what was asked.
 */
const INSERT = `
  INSERT INTO payouts_sandbox_transfers (id, reference, person_id, amount, currency, state, settles_at)
  VALUES ($1, $2, $3, $4, $5, 'in_transit', now() + $6 * interval '1 millisecond')
  ON CONFLICT (reference) DO NOTHING`;

/**
 * Caller: SandboxRail.settleDue.
 * Index: payouts_sandbox_transfers_due.
 * Twice: SKIP LOCKED gives a transfer to one clock; the move finds it in transit once.
 */
const LOCK_DUE = `
  SELECT id, reference FROM payouts_sandbox_transfers
  WHERE state = 'in_transit' AND settles_at <= now()
  ORDER BY settles_at LIMIT 100 FOR UPDATE SKIP LOCKED`;

@Injectable()
export class TransferRepository {
  constructor(private readonly db: Database) {}

  async find(reference: string): Promise<TransferEntity | null> {
    return this.db.manager.findOneBy(TransferEntity, { reference });
  }

  /** Newest first, older than the transfer `before`. */
  async list(
    state: TransferState | undefined,
    before: string | null,
    limit: number,
  ): Promise<TransferEntity[]> {
    const rows = this.db.manager.createQueryBuilder(TransferEntity, 'transfer');
    if (state !== undefined) rows.andWhere('transfer.state = :state', { state });
    if (before !== null) rows.andWhere('transfer.id < :before', { before });
    return rows.orderBy('transfer.id', 'DESC').limit(limit).getMany();
  }

  async mood(): Promise<Mood> {
    const [row] = await this.db.read<{ mood: Mood }>('SELECT mood FROM payouts_sandbox_mood');
    return row?.mood ?? 'normal';
  }

  async setMood(tx: Tx, mood: Mood, by: string): Promise<void> {
    await tx.run('UPDATE payouts_sandbox_mood SET mood = $1, set_by = $2, set_at = now()', [mood, by]);
  }

  async listSince(since: Date): Promise<TransferEntity[]> {
    return this.db.manager
      .createQueryBuilder(TransferEntity, 'transfer')
      .where('transfer.created_at >= :since', { since })
      .orderBy('transfer.id')
      .getMany();
  }

  /** It arrives so many seconds later than it would have. */
  async delay(tx: Tx, reference: string, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE payouts_sandbox_transfers SET settles_at = greatest(settles_at, now()) + make_interval(secs => $2)
       WHERE reference = $1 AND state = 'in_transit'`,
      [reference, seconds],
    );
  }

  async lock(tx: Tx, reference: string): Promise<TransferEntity | null> {
    return tx.manager.findOne(TransferEntity, { where: { reference }, lock: { mode: 'pessimistic_write' } });
  }

  async lockDue(tx: Tx): Promise<Pick<TransferEntity, 'id' | 'reference'>[]> {
    return tx.query(LOCK_DUE);
  }

  /** The transfer of this reference: the new one, or the one that was there. */
  async insert(tx: Tx, request: PayRequest, settleAfterMs: number): Promise<TransferEntity> {
    const { reference, recipient, amount, currency } = request;
    await tx.run(INSERT, [newId('tr'), reference, recipient, amount, currency, settleAfterMs]);
    return tx.manager.findOneByOrFail(TransferEntity, { reference });
  }

  async move(tx: Tx, move: StateMove, reason: string | null): Promise<boolean> {
    await tx.run('UPDATE payouts_sandbox_transfers SET reason = $2 WHERE id = $1', [move.id, reason]);
    return moveState(tx, TABLES, move);
  }
}
