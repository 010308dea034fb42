import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { AnyGround } from '../domain/grounds';
import type { StatementKind } from '../domain/kinds';
import type { StatementState } from '../domain/statement.workflow';
import { StatementEntity } from './statement.entity';
import {
  COUNT_STATEMENTS,
  INSERT_PARTICIPANTS,
  LAST_PROTECTED,
  LIST_PARTICIPANTS,
  LOCK_SUBJECT,
} from './statement.sql';

const TABLES = { table: 'redress_statements', history: 'redress_statements_history' } as const;

export interface StatementFilter {
  readonly personId?: string | undefined;
  readonly programId?: string | undefined;
  readonly kind?: StatementKind | undefined;
  readonly ground?: AnyGround | undefined;
  readonly state?: StatementState | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Artists see what has taken effect, and nothing of what waits for a second look or was dropped. */
  readonly isTold?: boolean | undefined;
}

export type NewStatement = Omit<StatementEntity, 'updatedAt'>;

@Injectable()
export class StatementRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<StatementEntity | null> {
    return (tx ?? this.db).manager.findOneBy(StatementEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<StatementEntity | null> {
    return tx.manager.findOne(StatementEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The statement of one act, under the lock of its subject. */
  async findAct(tx: Tx, subjectId: string, actId: string): Promise<StatementEntity | null> {
    await tx.query(LOCK_SUBJECT, [subjectId]);
    return tx.manager.findOneBy(StatementEntity, { subjectId, actId });
  }

  /** The newest of a subject, of these kinds, that has taken effect. */
  async findLatest(
    subjectId: string,
    kinds: readonly StatementKind[],
    tx?: Tx,
  ): Promise<StatementEntity | null> {
    return (tx ?? this.db).manager
      .createQueryBuilder(StatementEntity, 's')
      .where('s.subjectId = :subjectId AND s.kind = ANY(:kinds) AND s.issuedAt IS NOT NULL', {
        subjectId,
        kinds: [...kinds],
      })
      .orderBy('s.id', 'DESC')
      .getOne();
  }

  async insert(tx: Tx, row: NewStatement, participants: readonly string[]): Promise<void> {
    const values = row as QueryDeepPartialEntity<StatementEntity>;
    await tx.manager.createQueryBuilder().insert().into(StatementEntity).values(values).execute();
    await tx.run(INSERT_PARTICIPANTS, [row.id, participants]);
  }

  async addParticipants(tx: Tx, id: string, participants: readonly string[]): Promise<void> {
    await tx.run(INSERT_PARTICIPANTS, [id, participants]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    if (move.to === 'in_force')
      await tx.run('UPDATE redress_statements SET issued_at = coalesce(issued_at, now()) WHERE id = $1', [
        move.id,
      ]);
    return moveState(tx, TABLES, move);
  }

  /** Ids of who took part, by statement. */
  async participants(ids: readonly string[], tx?: Tx): Promise<Map<string, string[]>> {
    type Row = { statementId: string; personId: string };
    const rows = await (tx === undefined
      ? this.db.read<Row>(LIST_PARTICIPANTS, [ids])
      : tx.query<Row>(LIST_PARTICIPANTS, [ids]));
    const found = new Map<string, string[]>();
    for (const { statementId, personId } of rows)
      found.set(statementId, [...(found.get(statementId) ?? []), personId]);
    return found;
  }

  async lastProtected(tx: Tx, personId: string): Promise<Date | null> {
    return (await tx.query<{ at: Date | null }>(LAST_PROTECTED, [personId]))[0]?.at ?? null;
  }

  async count(
    programId: string | null,
  ): Promise<{ kind: StatementKind; state: StatementState; count: number }[]> {
    return this.db.read(COUNT_STATEMENTS, [programId]);
  }

  /** Newest first. */
  async list(filter: StatementFilter, before: string | null, limit: number): Promise<StatementEntity[]> {
    const { isTold, from, until, ...equal } = filter;
    const query = this.db.manager
      .createQueryBuilder(StatementEntity, 's')
      .orderBy('s.id', 'DESC')
      .limit(limit);
    for (const [name, value] of Object.entries(equal))
      if (value !== undefined) query.andWhere(`s.${name} = :${name}`, { [name]: value });
    if (isTold === true) query.andWhere('s.issuedAt IS NOT NULL');
    if (from !== undefined) query.andWhere('s.decidedAt >= :from', { from });
    if (until !== undefined) query.andWhere('s.decidedAt < :until', { until });
    if (before !== null) query.andWhere('s.id < :before', { before });
    return query.getMany();
  }
}
