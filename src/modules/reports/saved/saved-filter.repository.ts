import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { SavedFilterEntity } from './saved-filter.entity';

@Injectable()
export class SavedFilterRepository {
  constructor(private readonly db: Database) {}

  /** A person's own and the shared ones, by name; at most 500. */
  async list(personId: string): Promise<SavedFilterEntity[]> {
    return this.db.manager.find(SavedFilterEntity, {
      where: [{ personId }, { isShared: true }],
      order: { reading: 'ASC', name: 'ASC', id: 'ASC' },
      take: 500,
    });
  }

  async find(id: string): Promise<SavedFilterEntity | null> {
    return this.db.manager.findOneBy(SavedFilterEntity, { id });
  }

  async count(tx: Tx, personId: string): Promise<number> {
    return tx.manager.countBy(SavedFilterEntity, { personId });
  }

  /** `false`: the person has one of this name for this reading. */
  async insert(tx: Tx, row: Omit<SavedFilterEntity, 'createdAt'>): Promise<boolean> {
    const { id, personId, reading, name, filters, isShared } = row;
    return (
      (await tx.run(
        `INSERT INTO reports_saved_filters (id, person_id, reading, name, filters, is_shared) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id, reading, name) DO NOTHING`,
        [id, personId, reading, name, JSON.stringify(filters), isShared],
      )) > 0
    );
  }

  async setShared(tx: Tx, id: string, personId: string, isShared: boolean): Promise<boolean> {
    const touched = await tx.run(
      'UPDATE reports_saved_filters SET is_shared = $3 WHERE id = $1 AND person_id = $2',
      [id, personId, isShared],
    );
    return touched > 0;
  }

  async remove(tx: Tx, id: string, personId: string): Promise<boolean> {
    return (
      (await tx.run('DELETE FROM reports_saved_filters WHERE id = $1 AND person_id = $2', [id, personId])) > 0
    );
  }
}
