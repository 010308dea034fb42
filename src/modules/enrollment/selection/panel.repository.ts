import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Assignment, Candidate, ConflictKind, Panelist } from '../domain/assignment';
import type { ReviewState } from '../domain/review.workflow';
import { INSERT_CONFLICTS, INSERT_REVIEWS, LIST_PANEL, LIST_SHORT, LIST_STANDING } from './review.sql';

export interface PanelLine extends Panelist {
  readonly assigned: number;
  readonly completed: number;
  readonly recused: number;
}

export interface Conflict extends Assignment {
  readonly kind: ConflictKind;
}

/** Who may score in a programme, who was asked, and who must not be. */
@Injectable()
export class PanelRepository {
  constructor(private readonly db: Database) {}

  async list(programId: string): Promise<PanelLine[]> {
    return this.db.read<PanelLine & Record<string, unknown>>(LIST_PANEL, [programId]);
  }

  async panel(tx: Tx, programId: string): Promise<Panelist[]> {
    return tx.query<Panelist & Record<string, unknown>>(
      `SELECT person_id AS "personId", team FROM enrollment_panel WHERE program_id = $1 ORDER BY person_id`,
      [programId],
    );
  }

  async add(tx: Tx, programId: string, { personId, team }: Panelist, addedBy: string): Promise<void> {
    await tx.run(
      `INSERT INTO enrollment_panel (program_id, person_id, team, added_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (program_id, person_id) DO UPDATE SET team = excluded.team`,
      [programId, personId, team, addedBy],
    );
  }

  /** `false`: the person has reviews here. */
  async remove(tx: Tx, programId: string, personId: string): Promise<boolean> {
    const busy = await tx.query(
      'SELECT 1 FROM enrollment_reviews WHERE program_id = $1 AND reviewer_id = $2 LIMIT 1',
      [programId, personId],
    );
    if (busy.length > 0) return false;
    await tx.run('DELETE FROM enrollment_panel WHERE program_id = $1 AND person_id = $2', [
      programId,
      personId,
    ]);
    return true;
  }

  /** Applications in review, or those of `ids` among them. */
  async candidates(tx: Tx, programId: string, ids: readonly string[] | null): Promise<Candidate[]> {
    const rows = await tx.query<{ applicationId: string; personId: string; team: string }>(
      `SELECT id AS "applicationId", person_id AS "personId", team FROM enrollment_applications
       WHERE program_id = $1 AND state = 'in_review' AND ($2::text[] IS NULL OR id = ANY ($2))`,
      [programId, ids],
    );
    return rows.map((row) => ({ ...row, collaborators: [] }));
  }

  async standing(tx: Tx, programId: string): Promise<(Assignment & { state: ReviewState })[]> {
    return tx.query<Assignment & { state: ReviewState }>(LIST_STANDING, [programId]);
  }

  async conflicts(tx: Tx, programId: string): Promise<Assignment[]> {
    return tx.query<Assignment & Record<string, unknown>>(
      `SELECT application_id AS "applicationId", reviewer_id AS "reviewerId" FROM enrollment_conflicts WHERE program_id = $1`,
      [programId],
    );
  }

  async assign(tx: Tx, programId: string, reviews: readonly (Assignment & { id: string })[]): Promise<void> {
    if (reviews.length === 0) return;
    const column = (key: 'id' | 'applicationId' | 'reviewerId') => reviews.map((one) => one[key]);
    await tx.run(INSERT_REVIEWS, [programId, column('id'), column('applicationId'), column('reviewerId')]);
  }

  async bar(tx: Tx, programId: string, conflicts: readonly Conflict[], note = ''): Promise<void> {
    if (conflicts.length === 0) return;
    const column = (key: 'applicationId' | 'reviewerId' | 'kind') => conflicts.map((one) => one[key]);
    await tx.run(INSERT_CONFLICTS, [
      programId,
      column('applicationId'),
      column('reviewerId'),
      column('kind'),
      note,
    ]);
  }

  /** Applications, at most 100, with fewer reviewers than `promised`. */
  async short(programId: string, promised: number): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_SHORT, [programId, promised])).map(({ id }) => id);
  }

  /** Handed in and not yet given to anybody, oldest first. */
  async waiting(programId: string, limit: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM enrollment_applications WHERE program_id = $1 AND state = 'submitted' ORDER BY id LIMIT $2`,
      [programId, limit],
    );
    return rows.map(({ id }) => id);
  }
}
