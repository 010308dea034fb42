import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { grantsRefusals } from '../contract';
import type { Assignment, ConflictKind, Panelist } from '../../enrollment/contract';
import type { ReviewState } from '../domain/review.workflow';
import type { Scores } from '../../enrollment/contract';
import { ReviewEntity } from './review.entity';

const TABLES = { table: 'grants_reviews', history: 'grants_reviews_history' } as const;

export interface Conflict extends Assignment {
  readonly kind: ConflictKind;
  readonly note: string;
}

@Injectable()
export class ReviewRepository {
  constructor(private readonly db: Database) {}

  async insert(
    tx: Tx,
    row: Pick<ReviewEntity, 'id' | 'callId' | 'applicationId' | 'reviewerId'>,
  ): Promise<void> {
    await tx.run(
      `INSERT INTO grants_reviews (id, call_id, application_id, reviewer_id, state) VALUES ($1, $2, $3, $4, 'assigned')
       ON CONFLICT (application_id, reviewer_id) DO NOTHING`,
      [row.id, row.callId, row.applicationId, row.reviewerId],
    );
  }

  async find(id: string): Promise<ReviewEntity | null> {
    return this.db.manager.findOneBy(ReviewEntity, { id });
  }

  /** For update; refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<ReviewEntity> {
    const row = await tx.manager.findOne(ReviewEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  /** Under the lock: what the reviewer wrote, before the move. */
  async write(
    tx: Tx,
    id: string,
    said: { scores: Scores; score: number; panelNote: string; applicantComment: string },
  ): Promise<void> {
    await tx.run(
      `UPDATE grants_reviews SET scores = $2, score = $3, panel_note = $4, applicant_comment = $5 WHERE id = $1`,
      [id, JSON.stringify(said.scores), said.score, said.panelNote, said.applicantComment],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** All of one call, inside of a transaction. */
  async ofCall(tx: Tx, callId: string): Promise<ReviewEntity[]> {
    return tx.manager.findBy(ReviewEntity, { callId });
  }

  /** All of one call. */
  async listOfCall(callId: string): Promise<ReviewEntity[]> {
    return this.db.manager.find(ReviewEntity, { where: { callId }, order: { id: 'ASC' } });
  }

  /** One reviewer's own, newest first. */
  async mine(
    reviewerId: string,
    state: ReviewState | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<ReviewEntity>> {
    const query = this.db.manager
      .createQueryBuilder(ReviewEntity, 'review')
      .where('review.reviewerId = :reviewerId', { reviewerId })
      .orderBy('review.id', 'DESC')
      .take(limit + 1);
    if (state !== undefined) query.andWhere('review.state = :state', { state });
    if (cursor !== undefined) query.andWhere('review.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** What reviewers wrote for applicants, by application, without who wrote it. */
  async commentsOf(applicationIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.read<{ id: string; comments: string[] }>(
      `SELECT application_id AS id, array_agg(applicant_comment ORDER BY id) AS comments FROM grants_reviews
       WHERE application_id = ANY ($1) AND state = 'completed' AND applicant_comment <> '' GROUP BY application_id`,
      [applicationIds],
    );
    return new Map(rows.map(({ id, comments }) => [id, comments]));
  }

  async addPanelist(tx: Tx, callId: string, { personId, team }: Panelist, addedBy: string): Promise<void> {
    await tx.run(
      `INSERT INTO grants_panel (call_id, person_id, team, added_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (call_id, person_id) DO UPDATE SET team = excluded.team`,
      [callId, personId, team, addedBy],
    );
  }

  /** `false`: the person has reviews of this call. */
  async removePanelist(tx: Tx, callId: string, personId: string): Promise<boolean> {
    const [busy] = await tx.query(
      'SELECT 1 FROM grants_reviews WHERE call_id = $1 AND reviewer_id = $2 LIMIT 1',
      [callId, personId],
    );
    if (busy !== undefined) return false;
    await tx.run('DELETE FROM grants_panel WHERE call_id = $1 AND person_id = $2', [callId, personId]);
    return true;
  }

  /** Inside of a transaction hand over `tx`. */
  async panel(callId: string, tx?: Tx): Promise<Panelist[]> {
    const sql = `SELECT p.person_id AS "personId", p.team,
        coalesce((SELECT array_agg(d.who ORDER BY d.id) FROM grants_declarations d
                  WHERE d.call_id = p.call_id AND d.reviewer_id = p.person_id), '{}') AS declared
      FROM grants_panel p WHERE p.call_id = $1 ORDER BY p.person_id`;
    return tx === undefined
      ? this.db.read<Panelist & Record<string, unknown>>(sql, [callId])
      : tx.query<Panelist & Record<string, unknown>>(sql, [callId]);
  }

  /** Notes why somebody may not judge something; the same again is noted once. */
  async addConflict(
    tx: Tx,
    callId: string,
    { applicationId, reviewerId, kind, note }: Conflict,
  ): Promise<void> {
    await tx.run(
      `INSERT INTO grants_conflicts (call_id, application_id, reviewer_id, kind, note) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (application_id, reviewer_id, kind) DO NOTHING`,
      [callId, applicationId, reviewerId, kind, note],
    );
  }

  /** Inside of a transaction hand over `tx`. */
  async conflicts(callId: string, tx?: Tx): Promise<Conflict[]> {
    const sql = `SELECT application_id AS "applicationId", reviewer_id AS "reviewerId", kind, note
      FROM grants_conflicts WHERE call_id = $1 ORDER BY id`;
    return tx === undefined
      ? this.db.read<Conflict & Record<string, unknown>>(sql, [callId])
      : tx.query<Conflict & Record<string, unknown>>(sql, [callId]);
  }
}
