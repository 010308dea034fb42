import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { ProtectedKind } from '../domain/guard';
import type { LookState } from '../domain/look.workflow';
import { LookEntity } from './look.entity';
import { COUNT_LOOKS, INSERT_PROTECTED, LIST_OPEN_LOOKS, LIST_OVERDUE_LOOKS } from './look.sql';

const TABLES = { table: 'redress_looks', history: 'redress_looks_history' } as const;

export type NewLook = Pick<
  LookEntity,
  'id' | 'statementId' | 'programId' | 'isSampled' | 'timing' | 'line' | 'state' | 'dueAt'
>;

@Injectable()
export class LookRepository {
  constructor(private readonly db: Database) {}

  async protect(tx: Tx, personId: string, kind: ProtectedKind, sourceId: string, at: Date): Promise<void> {
    await tx.run(INSERT_PROTECTED, [personId, kind, sourceId, at]);
  }

  async insert(tx: Tx, row: NewLook): Promise<void> {
    await tx.manager.insert(LookEntity, row);
  }

  async find(id: string): Promise<LookEntity | null> {
    return this.db.manager.findOneBy(LookEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<LookEntity | null> {
    return tx.manager.findOne(LookEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async close(tx: Tx, move: StateMove, lookerId: string | null, reasons: string | null): Promise<boolean> {
    await tx.run(
      `UPDATE redress_looks SET looker_id = $2, reasons = $3, closed_at = now() WHERE id = $1 AND state = 'open'`,
      [move.id, lookerId, reasons],
    );
    return moveState(tx, TABLES, move);
  }

  /** The most urgent first, without those about the reader; after [due date, id]. */
  async listOpen(
    readerId: string,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<LookEntity[]> {
    const ids = await this.db.read<{ id: string }>(LIST_OPEN_LOOKS, [
      readerId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ]);
    const found = await this.byIds(ids.map(({ id }) => id));
    return ids.flatMap(({ id }) => found.find((row) => row.id === id) ?? []);
  }

  /** Closed ones, newest first. */
  async listClosed(before: string | null, limit: number): Promise<LookEntity[]> {
    const query = this.db.manager.createQueryBuilder(LookEntity, 'l').where(`l.state <> 'open'`);
    if (before !== null) query.andWhere('l.id < :before', { before });
    return query.orderBy('l.id', 'DESC').limit(limit).getMany();
  }

  async listOverdue(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_OVERDUE_LOOKS)).map(({ id }) => id);
  }

  async count(programId: string | null): Promise<{ state: LookState; timing: string; count: number }[]> {
    return this.db.read(COUNT_LOOKS, [programId]);
  }

  private async byIds(ids: readonly string[]): Promise<LookEntity[]> {
    return this.db.manager
      .createQueryBuilder(LookEntity, 'l')
      .whereInIds([...ids])
      .getMany();
  }
}
