import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { SubmissionEntity } from '../submissions/submission.entity';
import { INSERT_SKIP, listQueue, lockNext, SKIPPED, type QueueWish, type Reader } from './queue.sql';

@Injectable()
export class QueueRepository {
  constructor(private readonly db: Database) {}

  /** What waits, by deadline; after `after` = [deadline, id]. */
  async list(
    reader: Reader,
    wish: QueueWish,
    after: readonly [Date, string] | null,
    limit: number,
  ): Promise<SubmissionEntity[]> {
    const { text, values } = listQueue(reader, wish, after, limit);
    const ids = (await this.db.read<{ id: string }>(text, values)).map(({ id }) => id);
    const rows = await this.db.manager.createQueryBuilder(SubmissionEntity, 's').whereInIds(ids).getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The first that is free, locked for this transaction; `null`: nothing is. */
  async lockNext(tx: Tx, reader: Reader, wish: QueueWish): Promise<SubmissionEntity | null> {
    const skipped = (await tx.query<{ id: string }>(SKIPPED, [reader.id])).map(({ id }) => id);
    const { text, values } = lockNext(reader, wish, skipped);
    const id = (await tx.query<{ id: string }>(text, values))[0]?.id;
    return id === undefined ? null : tx.manager.findOneBy(SubmissionEntity, { id });
  }

  async insertSkip(
    tx: Tx,
    skip: { submissionId: string; reviewerId: string; reason: string; note: string | null },
  ): Promise<void> {
    await tx.run(INSERT_SKIP, [skip.submissionId, skip.reviewerId, skip.reason, skip.note]);
  }
}
