import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { AppealState } from '../domain/appeal.workflow';
import type { StatementKind } from '../domain/kinds';
import { AppealEntity } from './appeal.entity';
import { COUNT_APPEALS, HAS_OPEN_APPEAL, LIST_OPEN_APPEALS } from './appeal.sql';

const TABLES = { table: 'redress_appeals', history: 'redress_appeals_history' } as const;

export type NewAppeal = Pick<
  AppealEntity,
  'id' | 'statementId' | 'kind' | 'subjectId' | 'programId' | 'appellantId' | 'grounds' | 'dueAt'
>;

export interface AppealMessage {
  readonly id: string;
  readonly authorId: string;
  readonly isByArtist: boolean;
  readonly body: string;
  readonly at: Date;
}

@Injectable()
export class AppealRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<AppealEntity | null> {
    return this.db.manager.findOneBy(AppealEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<AppealEntity | null> {
    return tx.manager.findOne(AppealEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The newest of each statement. */
  async ofStatements(statementIds: readonly string[]): Promise<AppealEntity[]> {
    if (statementIds.length === 0) return [];
    const where = { statementId: In([...statementIds]) };
    return this.db.manager.find(AppealEntity, { where, order: { id: 'DESC' } });
  }

  /** The newest about a subject. */
  async findLatest(subjectId: string): Promise<AppealEntity | null> {
    return this.db.manager.findOne(AppealEntity, { where: { subjectId }, order: { id: 'DESC' } });
  }

  async hasOpen(tx: Tx, subjectIds: readonly string[]): Promise<boolean> {
    return (await tx.query(HAS_OPEN_APPEAL, [subjectIds])).length > 0;
  }

  /** `false`: this decision was appealed before. */
  async insert(tx: Tx, appeal: NewAppeal): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(AppealEntity);
    const result = await insert
      .values({ ...appeal, state: 'filed' })
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(
    tx: Tx,
    id: string,
    columns: Partial<Pick<AppealEntity, 'hearerId' | 'reasons' | 'closedAt' | 'restoredAt'>>,
  ): Promise<void> {
    await tx.manager.update(AppealEntity, { id }, columns);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** One artist's, newest first. */
  async listOwn(personId: string, before: string | null, limit: number): Promise<AppealEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(AppealEntity, 'a')
      .where('a.appellantId = :personId', { personId });
    if (before !== null) query.andWhere('a.id < :before', { before });
    return query.orderBy('a.id', 'DESC').limit(limit).getMany();
  }

  /** Closed ones of everybody, newest first. */
  async listClosed(before: string | null, limit: number): Promise<AppealEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(AppealEntity, 'a')
      .where(`a.state NOT IN ('filed', 'in_review')`);
    if (before !== null) query.andWhere('a.id < :before', { before });
    return query.orderBy('a.id', 'DESC').limit(limit).getMany();
  }

  /** What waits for a hearing or is heard now, the most urgent first, without the reader's own. */
  async listOpen(
    readerId: string,
    kinds: readonly StatementKind[],
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<AppealEntity[]> {
    const values = [readerId, after?.[0] ?? null, after?.[1] ?? null, limit, kinds];
    const ids = (await this.db.read<{ id: string }>(LIST_OPEN_APPEALS, values)).map(({ id }) => id);
    const rows = await this.db.manager.findBy(AppealEntity, { id: In(ids) });
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }

  async addMessage(
    tx: Tx,
    message: Pick<AppealMessage, 'id' | 'authorId' | 'isByArtist' | 'body'> & { appealId: string },
  ): Promise<void> {
    await tx.run(
      'INSERT INTO redress_messages (id, appeal_id, author_id, is_by_artist, body) VALUES ($1, $2, $3, $4, $5)',
      [message.id, message.appealId, message.authorId, message.isByArtist, message.body],
    );
  }

  /** Oldest first. */
  async messages(appealId: string): Promise<AppealMessage[]> {
    return this.db.read<AppealMessage & Record<string, unknown>>(
      `SELECT id, author_id AS "authorId", is_by_artist AS "isByArtist", body, at
       FROM redress_messages WHERE appeal_id = $1 ORDER BY id`,
      [appealId],
    );
  }

  async count(
    programId: string | null,
  ): Promise<{ kind: StatementKind; state: AppealState; count: number; late: number }[]> {
    return this.db.read(COUNT_APPEALS, [programId]);
  }
}
