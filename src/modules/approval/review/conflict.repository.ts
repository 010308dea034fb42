import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { ConflictEntity } from './conflict.entity';
import { CONFLICTS_OF, JUDGING } from './queue.sql';

@Injectable()
export class ConflictRepository {
  constructor(private readonly db: Database) {}

  /** Artists with whom a reviewer has declared a conflict that stands. */
  async of(reviewerId: string, tx?: Tx): Promise<string[]> {
    const rows =
      tx === undefined
        ? await this.db.read<{ id: string }>(CONFLICTS_OF, [reviewerId])
        : await tx.query<{ id: string }>(CONFLICTS_OF, [reviewerId]);
    return rows.map(({ id }) => id);
  }

  /** The database's clock now, and whether this person declared a conflict with this artist: one round trip for both. */
  async judging(
    tx: Tx,
    reviewerId: string,
    artistId: string,
  ): Promise<{ readonly now: Date; readonly isDeclared: boolean }> {
    type Judging = { now: Date; isDeclared: boolean };
    return (await tx.query<Judging>(JUDGING, [reviewerId, artistId]))[0] as Judging;
  }

  /** `false`: it was declared before and stands. */
  async insert(tx: Tx, conflict: Omit<ConflictEntity, 'declaredAt' | 'withdrawnAt'>): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ConflictEntity);
    const result = await insert.values(conflict).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** Newest first. */
  async list(reviewerId: string): Promise<ConflictEntity[]> {
    return this.db.manager.find(ConflictEntity, {
      where: { reviewerId, withdrawnAt: IsNull() },
      order: { id: 'DESC' },
      take: 200,
    });
  }

  /** `false`: there is none of theirs that stands. */
  async withdraw(tx: Tx, reviewerId: string, id: string): Promise<boolean> {
    const result = await tx.manager.update(
      ConflictEntity,
      { id, reviewerId, withdrawnAt: IsNull() },
      { withdrawnAt: new Date() },
    );
    return result.affected === 1;
  }
}
