import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { SubmissionEntity } from '../submissions/submission.entity';
import { INSERT_SKIP, listQueue, lockNext, type QueueWish, type Reader } from './queue.sql';

@Injectable()
export class QueueRepository {
  private columns: string | null = null;

  constructor(private readonly db: Database) {}

  /** What waits, by deadline; after `after` = [deadline, id]. */
  async list(
    reader: Reader,
    wish: QueueWish,
    after: readonly [Date, string] | null,
    limit: number,
  ): Promise<SubmissionEntity[]> {
    const { text, values } = listQueue(this.whole(), reader, wish, after, limit);
    return this.db.read<SubmissionEntity & Record<string, unknown>>(text, values);
  }

  /** The first that is free, locked for this transaction, and the database's clock; `null`: nothing is. */
  async lockNext(
    tx: Tx,
    reader: Reader,
    wish: QueueWish,
  ): Promise<{ row: SubmissionEntity; now: Date } | null> {
    const { text, values } = lockNext(this.whole(), reader, wish);
    const [found] = await tx.query<SubmissionEntity & { now: Date } & Record<string, unknown>>(text, values);
    if (found === undefined) return null;
    const { now, ...row } = found;
    return { row, now };
  }

  async insertSkip(
    tx: Tx,
    skip: { submissionId: string; reviewerId: string; reason: string; note: string | null },
  ): Promise<void> {
    await tx.run(INSERT_SKIP, [skip.submissionId, skip.reviewerId, skip.reason, skip.note]);
  }

  /** All columns under the names of the entity: the list is one round trip, not one for the ids and one for the rows. */
  private whole(): string {
    this.columns ??= this.db.manager.connection
      .getMetadata(SubmissionEntity)
      .columns.map(({ databaseName, propertyName }) => `${databaseName} AS "${propertyName}"`)
      .join(', ');
    return this.columns;
  }
}
