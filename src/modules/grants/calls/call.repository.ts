import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { grantsRefusals, type CallState } from '../contract';
import { CallEntity } from './call.entity';

const TABLES = { table: 'grants_calls', history: 'grants_calls_history' } as const;

export type NewCall = Omit<CallEntity, 'createdAt' | 'updatedAt'>;

export interface CallFilter {
  readonly hidesDrafts: boolean;
  readonly programId: string | undefined;
  readonly state: CallState | undefined;
}

@Injectable()
export class CallRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewCall): Promise<void> {
    await tx.manager.insert(CallEntity, row);
  }

  /** Replaces what a draft says; `false`: it is no draft any more. */
  async rewrite(
    tx: Tx,
    id: string,
    row: Omit<NewCall, 'id' | 'programId' | 'state' | 'awarded'>,
  ): Promise<boolean> {
    const { affected } = await tx.manager.update(CallEntity, { id, state: 'draft' }, row);
    return affected === 1;
  }

  /** Refuses `not_found`. */
  async get(id: string): Promise<CallEntity> {
    const row = await this.db.manager.findOneBy(CallEntity, { id });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  /** For update; refuses `not_found`. Whoever locks a call and one of its applications or awards locks the call first. */
  async lock(tx: Tx, id: string): Promise<CallEntity> {
    const row = await tx.manager.findOne(CallEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Under the lock of the call; `amount` may be below zero when an award ends. */
  async addAwarded(tx: Tx, id: string, amount: bigint): Promise<void> {
    await tx.run('UPDATE grants_calls SET awarded = awarded + $2, updated_at = now() WHERE id = $1', [
      id,
      amount,
    ]);
  }

  /** What an appeal brings back is on top of what was announced. */
  async addBudget(tx: Tx, id: string, amount: bigint): Promise<void> {
    await tx.run('UPDATE grants_calls SET budget = budget + $2, updated_at = now() WHERE id = $1', [
      id,
      amount,
    ]);
  }

  /** Under the lock of the call: notes when it was opened, ranked or decided, once. */
  async stamp(tx: Tx, id: string, what: 'opened_at' | 'ranked_at' | 'decided_at'): Promise<void> {
    await tx.run(`UPDATE grants_calls SET ${what} = coalesce(${what}, now()) WHERE id = $1`, [id]);
  }

  /**
   * Open calls of a programme that close after `from` close so much later, and nobody is promised a decision before they can
   * have applied. Once for each event.
   */
  async extend(tx: Tx, programId: string, from: Date, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE grants_calls SET closes_at = closes_at + make_interval(secs => $3),
         decides_at = greatest(decides_at, closes_at + make_interval(secs => $3)), updated_at = now()
       WHERE program_id = $1 AND state = 'open' AND closes_at > $2`,
      [programId, from, seconds],
    );
  }

  /** Open calls whose deadline has passed, oldest first. */
  async closing(limit: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM grants_calls WHERE state = 'open' AND closes_at <= now() ORDER BY closes_at LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(filter: CallFilter, cursor: string | undefined, limit: number): Promise<Page<CallEntity>> {
    const query = this.db.manager
      .createQueryBuilder(CallEntity, 'call')
      .orderBy('call.id', 'DESC')
      .take(limit + 1);
    if (filter.hidesDrafts) query.andWhere(`call.state <> 'draft'`);
    if (filter.programId !== undefined)
      query.andWhere('call.programId = :programId', { programId: filter.programId });
    if (filter.state !== undefined) query.andWhere('call.state = :state', { state: filter.state });
    if (cursor !== undefined) query.andWhere('call.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
