import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { DECLARED, FREE_FROM } from './assignment.sql';

@Injectable()
export class AssignmentRepository {
  constructor(private readonly db: Database) {}

  /** Ends all assignments of one reviewer to work of one artist; the ids of what they were. */
  async freeFrom(tx: Tx, reviewerId: string, artistId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(FREE_FROM, [reviewerId, artistId])).map(({ id }) => id);
  }

  /** Those of `reviewerIds` who declared a conflict with this artist that stands. */
  async declared(artistId: string, reviewerIds: readonly string[], tx?: Tx): Promise<Set<string>> {
    const values = [artistId, reviewerIds];
    const rows =
      tx === undefined
        ? await this.db.read<{ id: string }>(DECLARED, values)
        : await tx.query<{ id: string }>(DECLARED, values);
    return new Set(rows.map(({ id }) => id));
  }
}
