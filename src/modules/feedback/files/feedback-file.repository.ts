import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { LOOSE_FILE_DAYS } from '../domain/attachment';
import { FeedbackFileEntity } from './feedback-file.entity';

@Injectable()
export class FeedbackFileRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: Omit<FeedbackFileEntity, 'createdAt'>): Promise<void> {
    await tx.manager.insert(FeedbackFileEntity, row);
  }

  async find(id: string): Promise<FeedbackFileEntity | null> {
    return this.db.manager.findOneBy(FeedbackFileEntity, { id });
  }

  async listByIds(ids: readonly string[], tx?: Tx): Promise<FeedbackFileEntity[]> {
    if (ids.length === 0) return [];
    return (tx?.manager ?? this.db.manager).findBy(FeedbackFileEntity, { id: In([...ids]) });
  }

  /** Files of these items, oldest first. */
  async ofItems(ids: readonly string[]): Promise<FeedbackFileEntity[]> {
    if (ids.length === 0) return [];
    return this.db.manager.find(FeedbackFileEntity, {
      where: { feedbackId: In([...ids]) },
      order: { id: 'ASC' },
    });
  }

  /** How many of the named files are one's own and went with nothing yet; they go with this item from now on. */
  async attach(tx: Tx, ids: readonly string[], personId: string, feedbackId: string): Promise<number> {
    return tx.run(
      `UPDATE feedback_files SET feedback_id = $3
       WHERE id = ANY ($1) AND person_id = $2 AND feedback_id IS NULL AND program_id IS NULL`,
      [ids, personId, feedbackId],
    );
  }

  /** The same for clips that a task of the programme shows. */
  async show(tx: Tx, ids: readonly string[], programId: string): Promise<void> {
    await tx.run(
      `UPDATE feedback_files SET program_id = $2 WHERE id = ANY ($1) AND feedback_id IS NULL AND program_id IS NULL`,
      [ids, programId],
    );
  }

  /** Bytes of what this person uploaded in the last day. */
  async bytesOfDay(personId: string): Promise<bigint> {
    const [row] = await this.db.read<{ bytes: bigint }>(
      `SELECT coalesce(sum(bytes), 0)::bigint AS bytes FROM feedback_files
       WHERE person_id = $1 AND created_at > now() - interval '1 day'`,
      [personId],
    );
    return row?.bytes ?? 0n;
  }

  /** Removes rows of files that went with nothing for a day and returns their keys, 100 a call. */
  async takeLoose(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      `DELETE FROM feedback_files WHERE id IN (
         SELECT id FROM feedback_files WHERE feedback_id IS NULL AND program_id IS NULL
           AND created_at < now() - make_interval(days => $1) LIMIT 100 FOR UPDATE SKIP LOCKED)
       RETURNING key`,
      [LOOSE_FILE_DAYS],
    );
    return rows.map(({ key }) => key);
  }
}
