import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { NoteEntity } from './note.entity';

/** Notes of one submission: more are no help to anybody. */
export const MOST_NOTES = 200;

/**
 * Caller: NoteService.remove.
 * Index: primary key, approval_decisions_submission.
 * Twice: reading only. A trigger refuses the same whatever the code does.
 */
const IS_DECIDED_UPON = `
  SELECT 1 FROM approval_notes n JOIN approval_decisions d ON d.submission_id = n.submission_id AND d.at >= n.created_at
  WHERE n.id = $2 AND n.submission_id = $1 LIMIT 1`;

@Injectable()
export class NoteRepository {
  constructor(private readonly db: Database) {}

  /** By their place in the clip. */
  async list(submissionId: string): Promise<NoteEntity[]> {
    return this.db.manager.find(NoteEntity, {
      where: { submissionId },
      order: { at: 'ASC', id: 'ASC' },
      take: MOST_NOTES,
    });
  }

  async count(tx: Tx, submissionId: string): Promise<number> {
    return tx.manager.countBy(NoteEntity, { submissionId });
  }

  async insert(tx: Tx, note: Omit<NoteEntity, 'createdAt'>): Promise<void> {
    await tx.manager.insert(NoteEntity, note);
  }

  /** Whether a decision came after it: then it is evidence of it. */
  async isDecidedUpon(tx: Tx, submissionId: string, id: string): Promise<boolean> {
    return (await tx.query(IS_DECIDED_UPON, [submissionId, id])).length > 0;
  }

  /** `false`: there is none of theirs. */
  async remove(tx: Tx, submissionId: string, id: string, authorId: string): Promise<boolean> {
    return (await tx.manager.delete(NoteEntity, { id, submissionId, authorId })).affected === 1;
  }
}
