import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { PayRequest, RailState } from '../domain/rail';
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
  async list(state: RailState | undefined, before: string | null, limit: number): Promise<TransferEntity[]> {
    const rows = this.db.manager.createQueryBuilder(TransferEntity, 'transfer');
    if (state !== undefined) rows.andWhere('transfer.state = :state', { state });
    if (before !== null) rows.andWhere('transfer.id < :before', { before });
    return rows.orderBy('transfer.id', 'DESC').limit(limit).getMany();
  }

  async lock(tx: Tx, reference: string): Promise<TransferEntity | null> {
    return tx.manager.findOne(TransferEntity, { where: { reference }, lock: { mode: 'pessimistic_write' } });
  }

  async lockDue(tx: Tx): Promise<Pick<TransferEntity, 'id' | 'reference'>[]> {
    return tx.query(LOCK_DUE);
  }

  /** The transfer of this reference: the new one, or the one that was there. */
  async insert(tx: Tx, request: PayRequest, settleAfterMs: number): Promise<TransferEntity> {
    const { reference, personId, amount, currency } = request;
    await tx.run(INSERT, [newId('tr'), reference, personId, amount, currency, settleAfterMs]);
    return tx.manager.findOneByOrFail(TransferEntity, { reference });
  }

  async move(tx: Tx, move: StateMove, reason: string | null): Promise<boolean> {
    await tx.run('UPDATE payouts_sandbox_transfers SET reason = $2 WHERE id = $1', [move.id, reason]);
    return moveState(tx, TABLES, move);
  }
}
