import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { ReversalEntity } from './reversal.entity';
import type { ReversalState } from '../domain/reversal.workflow';

const TABLES = { table: 'payouts_reversals', history: 'payouts_reversals_history' } as const;

/**
 * Caller: ReversalService.ask, the payout locked.
 * Index: payouts_reversals_open.
 * Twice: one open or done reversal of a payout; the second one inserts nothing.
 */
const INSERT = `
  INSERT INTO payouts_reversals (id, payout_id, state, reason, asked_by) VALUES ($1, $2, 'asked', $3, $4)
  ON CONFLICT (payout_id) WHERE state IN ('asked', 'taking_back', 'done') DO NOTHING`;

export interface ReversalFilter {
  readonly state?: ReversalState | undefined;
  readonly payoutId?: string | undefined;
}

@Injectable()
export class ReversalRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<ReversalEntity | null> {
    return this.db.manager.findOneBy(ReversalEntity, { id });
  }

  /** Newest first, older than the reversal `before`. */
  async list(filter: ReversalFilter, before: string | null, limit: number): Promise<ReversalEntity[]> {
    const rows = this.db.manager.createQueryBuilder(ReversalEntity, 'reversal');
    if (filter.state !== undefined) rows.andWhere('reversal.state = :state', filter);
    if (filter.payoutId !== undefined) rows.andWhere('reversal.payout_id = :payoutId', filter);
    if (before !== null) rows.andWhere('reversal.id < :before', { before });
    return rows.orderBy('reversal.id', 'DESC').limit(limit).getMany();
  }

  /** Ids of those that the rail was not heard about yet, oldest first. */
  async listRunning(): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM payouts_reversals WHERE state = 'taking_back' ORDER BY updated_at LIMIT 100`,
    );
    return rows.map(({ id }) => id);
  }

  async lock(tx: Tx, id: string): Promise<ReversalEntity | null> {
    return tx.manager.findOne(ReversalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** `null`: there is one already. */
  async insert(tx: Tx, payoutId: string, reason: string, askedBy: string): Promise<ReversalEntity | null> {
    const id = newId('rev');
    if ((await tx.run(INSERT, [id, payoutId, reason, askedBy])) === 0) return null;
    return tx.manager.findOneByOrFail(ReversalEntity, { id });
  }

  async confirm(tx: Tx, id: string, by: string): Promise<void> {
    await tx.run('UPDATE payouts_reversals SET confirmed_by = $2 WHERE id = $1', [id, by]);
  }

  async setAnswer(tx: Tx, id: string, answer: string): Promise<void> {
    await tx.run('UPDATE payouts_reversals SET answer = $2, updated_at = now() WHERE id = $1', [id, answer]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }
}
