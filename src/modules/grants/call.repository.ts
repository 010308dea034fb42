import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import { CallEntity } from './call.entity';
import { grantsRefusals } from './contract';

const TABLES = { table: 'grants_calls', history: 'grants_calls_history' } as const;

export type NewCall = Omit<CallEntity, 'createdAt' | 'updatedAt'>;

@Injectable()
export class CallRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewCall): Promise<void> {
    await tx.manager.insert(CallEntity, row);
  }

  /** Refuses `not_found`. */
  async get(id: string): Promise<CallEntity> {
    const row = await this.db.manager.findOneBy(CallEntity, { id });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  /** For update; refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<CallEntity> {
    const row = await tx.manager.findOne(CallEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Under the lock of the call. */
  async addAwarded(tx: Tx, id: string, amount: bigint): Promise<void> {
    await tx.run('UPDATE grants_calls SET awarded = awarded + $2, updated_at = now() WHERE id = $1', [
      id,
      amount,
    ]);
  }

  /** Newest first; drafts only for those who prepare them. */
  async list(
    hidesDrafts: boolean,
    programId: string | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<CallEntity>> {
    const query = this.db.manager
      .createQueryBuilder(CallEntity, 'call')
      .orderBy('call.id', 'DESC')
      .take(limit + 1);
    if (hidesDrafts) query.andWhere(`call.state <> 'draft'`);
    if (programId !== undefined) query.andWhere('call.programId = :programId', { programId });
    if (cursor !== undefined) query.andWhere('call.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
