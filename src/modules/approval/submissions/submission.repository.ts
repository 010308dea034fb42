import { Injectable } from '@nestjs/common';
import { In, LessThan, Not, type QueryDeepPartialEntity } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import type { StateMove } from '../../../platform/db/state';
import { ENDED, type SubmissionState } from '../domain/submission.workflow';
import type { Stance } from '../domain/stance';
import { DecisionEntity } from './decision.entity';
import { SubmissionEntity } from './submission.entity';
import {
  DATABASE_TIME,
  DELETE_STANCE,
  FIND_STANCE,
  KEEP_STANCE,
  LIST_HISTORY,
  LOCK_CLIP,
  MARK_LATE,
  moveSubmission,
  OVERDUE,
  PARTICIPANTS,
  STAGED_UNTIL,
} from './submission.sql';

export type NewSubmission = Omit<SubmissionEntity, 'createdAt' | 'updatedAt'>;
export type NewDecision = Omit<DecisionEntity, 'at'>;
export type Overdue = 'decision' | 'claim' | 'embargo' | 'staged' | 'hold';

export interface HistoryLine {
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly at: Date;
}

export interface ListFilter {
  readonly personId?: string;
  readonly state?: SubmissionState;
  /** Older than the submission of this id. */
  readonly before?: string;
  readonly limit: number;
}

@Injectable()
export class SubmissionRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<SubmissionEntity | null> {
    return (tx ?? this.db).manager.findOneBy(SubmissionEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<SubmissionEntity | null> {
    return tx.manager.findOne(SubmissionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Everything that opens or ends submissions of one clip takes turns. */
  async lockClip(tx: Tx, generationId: string): Promise<void> {
    await tx.query(LOCK_CLIP, [generationId]);
  }

  /** The database's clock, now: claims and deadlines are measured by it alone. */
  async time(tx?: Tx): Promise<Date> {
    const rows = await (tx === undefined
      ? this.db.read<{ now: Date }>(DATABASE_TIME)
      : tx.query<{ now: Date }>(DATABASE_TIME));
    return (rows[0] as { now: Date }).now;
  }

  /** Whether the clip has an open submission. */
  async hasOpen(tx: Tx, generationId: string): Promise<boolean> {
    return tx.manager.existsBy(SubmissionEntity, { generationId, state: Not(In([...ENDED])) });
  }

  /** `false`: the clip has an open submission already. */
  async insert(tx: Tx, row: NewSubmission): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(SubmissionEntity);
    const values = row as QueryDeepPartialEntity<SubmissionEntity>;
    const result = await insert.values(values).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async update(tx: Tx, id: string, columns: Partial<SubmissionEntity>): Promise<void> {
    if (Object.keys(columns).length === 0) return;
    await tx.manager.update(SubmissionEntity, { id }, columns);
  }

  /** The move, what it changes beside the state and its line of history, as one statement. `false`: somebody was faster. */
  async move(tx: Tx, move: StateMove, changes: Partial<SubmissionEntity>): Promise<boolean> {
    const { driver } = this.db.manager.connection;
    const columns = this.db.manager.connection
      .getMetadata(SubmissionEntity)
      .columns.filter(({ propertyName }) => Object.hasOwn(changes, propertyName))
      .map((column) => {
        const value: unknown = changes[column.propertyName as keyof SubmissionEntity];
        return [column.databaseName, driver.preparePersistentValue(value, column)] as const;
      });
    const { text, values } = moveSubmission(columns, move);
    return (await tx.run(text, values)) === 1;
  }

  async insertDecision(tx: Tx, decision: NewDecision): Promise<void> {
    await tx.manager.insert(DecisionEntity, decision);
  }

  /** Decisions about one submission, oldest first. */
  async listDecisions(submissionId: string, tx?: Tx): Promise<DecisionEntity[]> {
    const manager = tx?.manager ?? this.db.manager;
    return manager.find(DecisionEntity, { where: { submissionId }, order: { id: 'ASC' } });
  }

  async listHistory(submissionId: string): Promise<HistoryLine[]> {
    return this.db.read<HistoryLine>(LIST_HISTORY, [submissionId]);
  }

  /** Ids of everybody who ever took a step in this submission; the artist and `system` are among them. */
  async listParticipants(submissionId: string, tx?: Tx): Promise<string[]> {
    const read = tx === undefined ? this.db.read.bind(this.db) : tx.query.bind(tx);
    return (await read(PARTICIPANTS, [submissionId])).map((row) => (row as { id: string }).id);
  }

  /** Newest first. */
  async list({ personId, state, before, limit }: ListFilter): Promise<SubmissionEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(SubmissionEntity, 's')
      .orderBy('s.id', 'DESC')
      .limit(limit);
    if (personId === undefined) query.andWhere(`s.state <> 'draft'`);
    else query.andWhere('s.personId = :personId', { personId });
    if (state !== undefined) query.andWhere('s.state = :state', { state });
    if (before !== undefined) query.andWhere('s.id < :before', { before });
    return query.getMany();
  }

  /** The artist's own word, or none any more. Nothing but the parity report reads it, and the artist. */
  async keepStance(tx: Tx, submissionId: string, stance: Stance | null): Promise<void> {
    if (stance === null) await tx.run(DELETE_STANCE, [submissionId]);
    else await tx.run(KEEP_STANCE, [submissionId, stance]);
  }

  async findStance(submissionId: string): Promise<Stance | null> {
    return (await this.db.read<{ stance: Stance }>(FIND_STANCE, [submissionId]))[0]?.stance ?? null;
  }

  /** What this artist handed in of these clips before submission `id`, newest first. */
  async listEarlier(
    { id, personId }: Pick<SubmissionEntity, 'id' | 'personId'>,
    generationIds: readonly string[],
  ): Promise<{ clipId: string; title: string }[]> {
    if (generationIds.length === 0) return [];
    const rows = await this.db.manager.find(SubmissionEntity, {
      where: { personId, generationId: In([...generationIds]), id: LessThan(id), state: Not('draft') },
      select: { generationId: true, title: true },
      order: { id: 'DESC' },
      take: 50,
    });
    return rows.map(({ generationId: clipId, title }) => ({ clipId, title }));
  }

  /** Titles by id. */
  async titles(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.manager.find(SubmissionEntity, {
      where: { id: In([...ids]) },
      select: { id: true, title: true },
    });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Until when the first verdict of a batch waits; `null`: none of it waits any more. */
  async stagedUntil(ids: readonly string[], batchId: string): Promise<Date | null> {
    const rows = await this.db.read<{ until: Date | null }>(STAGED_UNTIL, [ids, batchId]);
    return rows[0]?.until ?? null;
  }

  /** Marks what is over time as late, for ever; returns how many it was. */
  async markLate(): Promise<number> {
    return this.db.tx((tx) => tx.run(MARK_LATE));
  }

  /** Ids whose time is over: up to 200 a call. */
  async listOverdue(kind: Overdue): Promise<string[]> {
    return (await this.db.read<{ id: string }>(OVERDUE[kind])).map(({ id }) => id);
  }
}
