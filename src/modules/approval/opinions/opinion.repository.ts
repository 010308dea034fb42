import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { PairCount } from '../domain/agreement';
import { OpinionEntity } from './opinion.entity';
import { COUNT_PAIRS, INSERT_SEED, LIST_DRAWS, LOCK_NEXT_OPINION, SEED_OF_TODAY } from './opinion.sql';

export interface Seed {
  readonly day: string;
  readonly seed: string;
  readonly share: number;
}

export interface DrawRow {
  readonly day: string;
  readonly commitment: string;
  readonly share: number;
  readonly seed: string | null;
  readonly decisions: number;
  readonly drawn: number;
}

export type NewOpinion = Pick<
  OpinionEntity,
  'id' | 'decisionId' | 'submissionId' | 'authorId' | 'firstReviewerId' | 'firstOutcome' | 'day'
>;

@Injectable()
export class OpinionRepository {
  constructor(private readonly db: Database) {}

  async prepareDay(
    tx: Tx,
    fromToday: 0 | 1,
    { seed, commitment, share }: { seed: string; commitment: string; share: number },
  ): Promise<void> {
    await tx.run(INSERT_SEED, [fromToday, seed, commitment, share]);
  }

  async seedOfToday(tx: Tx): Promise<Seed | null> {
    return (await tx.query<Seed>(SEED_OF_TODAY))[0] ?? null;
  }

  async insert(tx: Tx, opinion: NewOpinion): Promise<void> {
    await tx.manager.insert(OpinionEntity, opinion);
  }

  async find(id: string): Promise<OpinionEntity | null> {
    return this.db.manager.findOneBy(OpinionEntity, { id });
  }

  async lock(tx: Tx, id: string): Promise<OpinionEntity | null> {
    return tx.manager.findOne(OpinionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The oldest that this reviewer may give; `null`: there is none. */
  async lockNext(tx: Tx, readerId: string, conflicts: readonly string[]): Promise<string | null> {
    return (await tx.query<{ id: string }>(LOCK_NEXT_OPINION, [readerId, conflicts]))[0]?.id ?? null;
  }

  async update(tx: Tx, id: string, columns: Partial<Omit<OpinionEntity, 'id'>>): Promise<void> {
    await tx.manager.update(OpinionEntity, { id }, columns);
  }

  async pairs(days: number, reviewerId: string | null): Promise<PairCount[]> {
    return this.db.read(COUNT_PAIRS, [days, reviewerId]);
  }

  async draws(): Promise<DrawRow[]> {
    return this.db.read(LIST_DRAWS);
  }
}
