import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { AppealEntity } from './appeal.entity';

const TABLES = { table: 'approval_appeals', history: 'approval_appeals_history' } as const;

/**
 * Caller: AppealsService, before another submission of the clip is opened.
 * Index: approval_submissions_author, approval_appeals_open.
 * Twice: reading only, under the clip's lock.
 */
const HAS_OPEN_APPEAL = `
  SELECT 1 FROM approval_appeals a JOIN approval_submissions s ON s.id = a.submission_id
  WHERE a.state IN ('filed', 'in_review') AND s.generation_id = $1 LIMIT 1`;

/**
 * Caller: AppealsService.write, under the lock of the appeal.
 * Index: none.
 * Twice: two messages; the request's key makes it one.
 */
const INSERT_MESSAGE = `
  INSERT INTO approval_appeal_messages (id, appeal_id, author_id, is_by_artist, body) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Caller: AppealsService, with every appeal that is shown.
 * Index: approval_appeal_messages_appeal.
 * Twice: reading only.
 */
const LIST_MESSAGES = `
  SELECT id, author_id AS "authorId", is_by_artist AS "isByArtist", body, at
  FROM approval_appeal_messages WHERE appeal_id = $1 ORDER BY id`;

export interface AppealMessage {
  readonly id: string;
  readonly authorId: string;
  readonly isByArtist: boolean;
  readonly body: string;
  readonly at: Date;
}

export type NewAppeal = Pick<
  AppealEntity,
  'id' | 'submissionId' | 'decisionId' | 'programId' | 'decidedBy' | 'appellantId' | 'grounds'
>;

@Injectable()
export class AppealRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<AppealEntity | null> {
    return this.db.manager.findOneBy(AppealEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<AppealEntity | null> {
    return tx.manager.findOne(AppealEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findLatest(submissionId: string): Promise<AppealEntity | null> {
    return this.db.manager.findOne(AppealEntity, { where: { submissionId }, order: { id: 'DESC' } });
  }

  async hasOpen(tx: Tx, generationId: string): Promise<boolean> {
    return (await tx.query(HAS_OPEN_APPEAL, [generationId])).length > 0;
  }

  /** `false`: this decision was appealed before. */
  async insert(tx: Tx, appeal: NewAppeal): Promise<boolean> {
    const insert = tx.manager
      .createQueryBuilder()
      .insert()
      .into(AppealEntity)
      .values({ ...appeal, state: 'filed' });
    const result = await insert.orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(
    tx: Tx,
    id: string,
    columns: Partial<Pick<AppealEntity, 'hearerId' | 'reasons' | 'closedAt'>>,
  ): Promise<void> {
    await tx.manager.update(AppealEntity, { id }, columns);
  }

  async addMessage(
    tx: Tx,
    message: Omit<AppealMessage, 'at'> & { readonly appealId: string },
  ): Promise<void> {
    const { id, appealId, authorId, isByArtist, body } = message;
    await tx.run(INSERT_MESSAGE, [id, appealId, authorId, isByArtist, body]);
  }

  /** Oldest first. */
  async messages(appealId: string): Promise<AppealMessage[]> {
    return this.db.read<AppealMessage & Record<string, unknown>>(LIST_MESSAGES, [appealId]);
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

  /** What waits for a hearing or is heard now, oldest first, without the reader's own. */
  async listOpen(readerId: string, after: string | null, limit: number): Promise<AppealEntity[]> {
    const query = this.db.manager.createQueryBuilder(AppealEntity, 'a');
    query.where(`a.state IN ('filed', 'in_review') AND a.appellantId <> :readerId`, { readerId });
    if (after !== null) query.andWhere('a.id > :after', { after });
    return query.orderBy('a.id', 'ASC').limit(limit).getMany();
  }
}
