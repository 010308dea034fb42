import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { NoteEntity } from './note.entity';

/** Notes of one submission: more are no help to anybody. */
export const MOST_NOTES = 200;

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

  /** `false`: there is none of theirs. */
  async remove(tx: Tx, submissionId: string, id: string, authorId: string): Promise<boolean> {
    return (await tx.manager.delete(NoteEntity, { id, submissionId, authorId })).affected === 1;
  }
}
