import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Standing } from './own-work.dto';
import { WorkEntity } from './work.entity';

export type NewWork = Omit<
  WorkEntity,
  'licence' | 'tags' | 'byline' | 'isListed' | 'isTakenDown' | 'publishedAt' | 'updatedAt'
>;

/** Whose works, of a programme or of all. */
export interface WorkOwner {
  readonly personId: string;
  readonly programId: string;
}

/** As `standingOf` says it, in words of the database. */
const STANDS: Readonly<Record<Standing, string>> = {
  gallery: `w.isListed AND NOT w.isTakenDown AND w.audience = 'wide'`,
  by_link: `w.isListed AND NOT w.isTakenDown AND w.audience <> 'wide'`,
  unlisted: 'NOT w.isListed AND NOT w.isTakenDown',
  taken_down: 'w.isTakenDown',
};

@Injectable()
export class WorkRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<WorkEntity | null> {
    return this.db.manager.findOneBy(WorkEntity, { id });
  }

  async findBySlug(slug: string): Promise<WorkEntity | null> {
    return this.db.manager.findOneBy(WorkEntity, { slug });
  }

  async findOfSubmission(submissionId: string, tx?: Tx): Promise<WorkEntity | null> {
    return (tx?.manager ?? this.db.manager).findOneBy(WorkEntity, { submissionId });
  }

  async listByIds(ids: readonly string[]): Promise<Map<string, WorkEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.manager
      .createQueryBuilder(WorkEntity, 'w')
      .where('w.id = ANY(:ids)', { ids })
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }

  async lock(tx: Tx, id: string): Promise<WorkEntity | null> {
    return tx.manager.findOne(WorkEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** In the order of their ids, so that two who lock several wait and do not clash. */
  async lockOf(tx: Tx, { personId, programId }: WorkOwner): Promise<WorkEntity[]> {
    return tx.manager.find(WorkEntity, {
      where: { personId, programId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** One person's, newest first, those before the one of id `before`. */
  async listOf(personId: string, before: string | null, limit: number): Promise<WorkEntity[]> {
    const query = this.db.manager.createQueryBuilder(WorkEntity, 'w').orderBy('w.id', 'DESC').limit(limit);
    query.where('w.personId = :personId', { personId });
    if (before !== null) query.andWhere('w.id < :before', { before });
    return query.getMany();
  }

  /** Everybody's, newest first. */
  async listAll(
    filter: { standing?: Standing; programId?: string },
    before: string | null,
    limit: number,
  ): Promise<WorkEntity[]> {
    const query = this.db.manager.createQueryBuilder(WorkEntity, 'w').orderBy('w.id', 'DESC').limit(limit);
    if (filter.standing !== undefined) query.andWhere(STANDS[filter.standing]);
    if (filter.programId !== undefined)
      query.andWhere('w.programId = :program', { program: filter.programId });
    if (before !== null) query.andWhere('w.id < :before', { before });
    return query.getMany();
  }

  async insert(tx: Tx, work: NewWork): Promise<void> {
    await tx.manager.insert(WorkEntity, work);
  }

  async update(tx: Tx, id: string, columns: Partial<Omit<WorkEntity, 'id'>>): Promise<void> {
    await tx.manager.update(WorkEntity, { id }, { ...columns, updatedAt: () => 'now()' });
  }
}
