import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { SET_SCORE } from '../applications/application.sql';
import { enrollmentRefusals } from '../contract';
import type { ConflictKind } from '../domain/assignment';
import type { ReviewState } from '../domain/review.workflow';
import type { Scores } from '../domain/rubric';
import { ReviewEntity } from './review.entity';
import { RESET_REVIEWS } from './review.sql';

const TABLES = { table: 'enrollment_reviews', history: 'enrollment_reviews_history' } as const;

@Injectable()
export class ReviewRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<ReviewEntity | null> {
    return this.db.manager.findOneBy(ReviewEntity, { id });
  }

  /** For update; refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<ReviewEntity> {
    const row = await tx.manager.findOne(ReviewEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** Under the lock: what the reviewer wrote, before the move. */
  async write(
    tx: Tx,
    id: string,
    said: { scores: Scores; score: number; panelNote: string; applicantComment: string },
  ): Promise<void> {
    await tx.run(
      `UPDATE enrollment_reviews SET scores = $2, score = $3, panel_note = $4, applicant_comment = $5 WHERE id = $1`,
      [id, JSON.stringify(said.scores), said.score, said.panelNote, said.applicantComment],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Counts the completed reviews of an application again. */
  async sum(tx: Tx, applicationId: string): Promise<void> {
    await tx.run(SET_SCORE, [applicationId]);
  }

  /** What was scored is no longer what there is: everybody scores again. */
  async reset(tx: Tx, applicationId: string): Promise<void> {
    if ((await tx.run(RESET_REVIEWS, [applicationId])) > 0) await this.sum(tx, applicationId);
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

  /** What reviewers wrote for artists, by application, without who wrote it. */
  async commentsOf(applicationIds: readonly string[]): Promise<Map<string, string[]>> {
    if (applicationIds.length === 0) return new Map();
    const rows = await this.db.read<{ id: string; comments: string[] }>(
      `SELECT application_id AS id, array_agg(applicant_comment ORDER BY id) AS comments FROM enrollment_reviews
       WHERE application_id = ANY ($1) AND state = 'completed' AND applicant_comment <> '' GROUP BY application_id`,
      [applicationIds],
    );
    return new Map(rows.map(({ id, comments }) => [id, comments]));
  }

  /** Notes for the panel and scores of one application, without who wrote them. */
  async notesOf(applicationId: string): Promise<{ score: number; note: string }[]> {
    return this.db.read<{ score: number; note: string }>(
      `SELECT score, panel_note AS note FROM enrollment_reviews WHERE application_id = $1 AND state = 'completed' ORDER BY score`,
      [applicationId],
    );
  }

  /** Who scored it: they took part in what is decided. */
  async reviewersOf(tx: Tx, applicationId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT reviewer_id AS id FROM enrollment_reviews WHERE application_id = $1 AND state = 'completed'`,
      [applicationId],
    );
    return rows.map(({ id }) => id);
  }

  async hasConflict(reviewerId: string, applicationId: string): Promise<boolean> {
    const rows = await this.db.read(
      'SELECT 1 FROM enrollment_conflicts WHERE reviewer_id = $1 AND application_id = $2 LIMIT 1',
      [reviewerId, applicationId],
    );
    return rows.length > 0;
  }

  /** How many conflicts were kept out, by kind. */
  async countConflicts(programId: string): Promise<{ kind: ConflictKind; count: number }[]> {
    return this.db.read<{ kind: ConflictKind; count: number }>(
      'SELECT kind, count(*)::int AS count FROM enrollment_conflicts WHERE program_id = $1 GROUP BY kind ORDER BY kind',
      [programId],
    );
  }
}
