import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { WorkEntity } from './work.entity';

export type NewWork = Omit<WorkEntity, 'isListed' | 'isTakenDown' | 'publishedAt' | 'updatedAt'>;

@Injectable()
export class WorkRepository {
  constructor(private readonly db: Database) {}

  async findBySlug(slug: string): Promise<WorkEntity | null> {
    return this.db.manager.findOneBy(WorkEntity, { slug });
  }

  async findOfSubmission(submissionId: string, tx?: Tx): Promise<WorkEntity | null> {
    return (tx?.manager ?? this.db.manager).findOneBy(WorkEntity, { submissionId });
  }

  async lock(tx: Tx, id: string): Promise<WorkEntity | null> {
    return tx.manager.findOne(WorkEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The public gallery, newest first; works before the one of id `before`. */
  async listGallery(before: string | null, limit: number): Promise<WorkEntity[]> {
    const query = this.db.manager.createQueryBuilder(WorkEntity, 'w').orderBy('w.id', 'DESC').limit(limit);
    query.where(`w.isListed AND NOT w.isTakenDown AND w.audience = 'wide'`);
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
