import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import { moveState, type StateMove } from '../../platform/db/state';
import type { FeedbackState } from './domain/feedback.workflow';
import type { Sentiment } from './domain/words';
import { FeedbackEntity, type HeldDecline } from './feedback.entity';
import {
  COUNT_MOVES,
  COUNT_VOICES,
  DATABASE_TIME,
  LIST_FATES,
  LIST_OVERDUE,
  LIST_QUEUE,
  LIST_SENTIMENTS,
} from './feedback.sql';

const TABLES = { table: 'feedback_items', history: 'feedback_items_history' } as const;

export type NewFeedback = Pick<
  FeedbackEntity,
  | 'id'
  | 'personId'
  | 'programId'
  | 'generationId'
  | 'type'
  | 'body'
  | 'sentiment'
  | 'ratings'
  | 'markers'
  | 'dueAt'
  | 'payRef'
  | 'weight'
> &
  Partial<
    Pick<
      FeedbackEntity,
      'title' | 'severity' | 'origin' | 'isPrivate' | 'parameters' | 'similarTo' | 'minutesClaimed'
    >
  >;
export type Answering = Partial<
  Pick<FeedbackEntity, 'answer' | 'reason' | 'originalId' | 'shippedIn' | 'info' | 'dueAt'>
>;

/** What became of an item. */
export interface Fate {
  readonly state: FeedbackState;
  readonly shippedIn: string | null;
}

export interface ListFilter {
  /** What others filed without a name is not found by its clip. */
  readonly readerId: string;
  readonly personId?: string;
  readonly state?: FeedbackState;
  readonly generationId?: string;
  /** Older than the item of this id. */
  readonly before?: string;
  readonly limit: number;
}

@Injectable()
export class FeedbackRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<FeedbackEntity | null> {
    return (tx?.manager ?? this.db.manager).findOneBy(FeedbackEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<FeedbackEntity | null> {
    return tx.manager.findOne(FeedbackEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The database's clock, now: deadlines are measured by it alone. */
  async time(tx: Tx): Promise<Date> {
    return ((await tx.query<{ now: Date }>(DATABASE_TIME))[0] as { now: Date }).now;
  }

  async insert(tx: Tx, item: NewFeedback): Promise<void> {
    await tx.manager.insert(FeedbackEntity, {
      ...item,
      state: 'new',
    });
  }

  async update(tx: Tx, id: string, columns: Answering): Promise<void> {
    if (Object.keys(columns).length > 0) await tx.manager.update(FeedbackEntity, { id }, columns);
  }

  /** By the name of its pay. */
  async lockPaid(tx: Tx, payRef: string): Promise<FeedbackEntity | null> {
    return tx.manager.findOne(FeedbackEntity, { where: { payRef }, lock: { mode: 'pessimistic_write' } });
  }

  /** A decline waits in its row for a second look, or does no longer. */
  async hold(tx: Tx, id: string, declining: HeldDecline | null): Promise<void> {
    await tx.manager.update(FeedbackEntity, { id }, { declining });
  }

  async countMoves(tx: Tx, id: string): Promise<number> {
    return (await tx.query<{ count: number }>(COUNT_MOVES, [id]))[0]?.count ?? 0;
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Counts anew how many artists said what the original says; the original is locked by the update. */
  async countVoices(tx: Tx, originalId: string): Promise<void> {
    await tx.run(COUNT_VOICES, [originalId]);
  }

  /** What was merged into an original. */
  async listMerged(
    tx: Tx,
    originalId: string,
  ): Promise<Pick<FeedbackEntity, 'id' | 'personId' | 'programId'>[]> {
    return tx.manager.find(FeedbackEntity, {
      select: { id: true, personId: true, programId: true },
      where: { originalId, state: 'duplicate' },
      order: { id: 'ASC' },
    });
  }

  /** The labels of those items that are the reader's own. */
  async listSentiments(ids: readonly string[], readerId: string): Promise<Map<string, Sentiment>> {
    const rows = await this.db.read<{ id: string; sentiment: Sentiment }>(LIST_SENTIMENTS, [ids, readerId]);
    return new Map(rows.map(({ id, sentiment }) => [id, sentiment]));
  }

  /** What became of originals, for those whose feedback was merged into them. */
  async listFates(ids: readonly string[]): Promise<Map<string, Fate>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.read<Fate & { id: string }>(LIST_FATES, [ids]);
    return new Map(rows.map(({ id, state, shippedIn }) => [id, { state, shippedIn }]));
  }

  /** Newest first. */
  async list({
    personId,
    readerId,
    state,
    generationId,
    before,
    limit,
  }: ListFilter): Promise<FeedbackEntity[]> {
    const query = this.db.manager
      .createQueryBuilder(FeedbackEntity, 'f')
      .orderBy('f.id', 'DESC')
      .limit(limit);
    if (personId !== undefined) query.andWhere('f.personId = :personId', { personId });
    if (state !== undefined) query.andWhere('f.state = :state', { state });
    if (generationId !== undefined)
      query
        .andWhere('f.generationId = :generationId', { generationId })
        .andWhere('(NOT f.isPrivate OR f.personId = :readerId)', { readerId });
    if (before !== undefined) query.andWhere('f.id < :before', { before });
    return query.getMany();
  }

  /** What waits for a decision, by deadline, without the reader's own; after `after` = [deadline in ms, id]. */
  async listQueue(
    readerId: string,
    after: readonly [number, string] | null,
    limit: number,
  ): Promise<FeedbackEntity[]> {
    const from = after === null ? [null, null] : [new Date(after[0]), after[1]];
    const ids = (await this.db.read<{ id: string }>(LIST_QUEUE, [readerId, ...from, limit])).map(
      ({ id }) => id,
    );
    const rows = await this.db.manager.createQueryBuilder(FeedbackEntity, 'f').whereInIds(ids).getMany();
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }

  /** Ids whose time is over: up to 500 a call. */
  async listOverdue(): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_OVERDUE)).map(({ id }) => id);
  }
}
