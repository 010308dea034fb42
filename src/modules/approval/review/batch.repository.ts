import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { ReviewBatchEntity } from './review-batch.entity';
import { ReviewBatchItemEntity, type BatchResult } from './review-batch-item.entity';

@Injectable()
export class BatchRepository {
  constructor(private readonly db: Database) {}

  async insert(
    tx: Tx,
    batch: Omit<ReviewBatchEntity, 'createdAt'>,
    submissionIds: readonly string[],
  ): Promise<void> {
    await tx.manager.insert(ReviewBatchEntity, batch);
    const items = submissionIds.map((submissionId, place) => ({ batchId: batch.id, place, submissionId }));
    await tx.manager.insert(ReviewBatchItemEntity, items);
  }

  /** `null`: there is none of this reviewer. */
  async find(id: string, reviewerId: string): Promise<ReviewBatchEntity | null> {
    return this.db.manager.findOneBy(ReviewBatchEntity, { id, reviewerId });
  }

  /** In the order in which they were chosen. */
  async items(batchId: string): Promise<ReviewBatchItemEntity[]> {
    return this.db.manager.find(ReviewBatchItemEntity, { where: { batchId }, order: { place: 'ASC' } });
  }

  /** Whoever works on the same item waits; what came of it is read after the wait. */
  async lockItem(tx: Tx, batchId: string, submissionId: string): Promise<ReviewBatchItemEntity | null> {
    return tx.manager.findOne(ReviewBatchItemEntity, {
      where: { batchId, submissionId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async settle(
    tx: Tx,
    { batchId, place }: ReviewBatchItemEntity,
    result: BatchResult,
    code: string | null = null,
  ): Promise<void> {
    await tx.manager.update(ReviewBatchItemEntity, { batchId, place }, { result, code });
  }
}
