import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database';

/**
 * Caller: ApprovalService.numbers. $1 programme or null.
 * Index: none; one pass over the decisions, for a report that is read rarely.
 * Twice: reading only.
 */
const OUTCOMES = `
  SELECT d.outcome, d.reviewer_id = 'system' AS "isByClock", count(*)::int AS count
  FROM approval_decisions d JOIN approval_submissions s ON s.id = d.submission_id
  WHERE $1::text IS NULL OR s.program_id = $1
  GROUP BY 1, 2`;

/**
 * Caller: ApprovalService.numbers. Hours from handing in to the first yes or no, waits for the artist included.
 * Index: as above.
 * Twice: reading only.
 */
const MEDIAN_HOURS = `
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first.at - s.submitted_at) / 3600) AS hours
  FROM approval_submissions s
  JOIN LATERAL (SELECT min(d.at) AS at FROM approval_decisions d
    WHERE d.submission_id = s.id AND d.outcome IN ('approved', 'declined')) first ON first.at IS NOT NULL
  WHERE $1::text IS NULL OR s.program_id = $1`;

/**
 * Caller: ApprovalService.numbers.
 * Index: as above.
 * Twice: reading only.
 */
const GROUNDS = `
  SELECT d.statement ->> 'ground' AS ground, count(*)::int AS count
  FROM approval_decisions d JOIN approval_submissions s ON s.id = d.submission_id
  WHERE d.statement IS NOT NULL AND ($1::text IS NULL OR s.program_id = $1)
  GROUP BY 1`;

/**
 * Caller: ApprovalService.numbers.
 * Index: as above.
 * Twice: reading only.
 */
const APPEALS = `SELECT state, count(*)::int AS count FROM approval_appeals WHERE $1::text IS NULL OR program_id = $1 GROUP BY 1`;

/**
 * Caller: ApprovalService.numbers.
 * Index: approval_submissions_queue.
 * Twice: reading only.
 */
const OPEN = `
  SELECT count(*)::int AS open, (count(*) FILTER (WHERE due_at <= now()))::int AS late
  FROM approval_submissions
  WHERE state IN ('submitted', 'in_review', 'escalated') AND ($1::text IS NULL OR program_id = $1)`;

interface Count {
  readonly count: number;
}

@Injectable()
export class ApprovalRepository {
  constructor(private readonly db: Database) {}

  async countOutcomes(
    programId: string | null,
  ): Promise<(Count & { outcome: string; isByClock: boolean })[]> {
    return this.db.read(OUTCOMES, [programId]);
  }

  async medianHours(programId: string | null): Promise<number | null> {
    return (await this.db.read<{ hours: number | null }>(MEDIAN_HOURS, [programId]))[0]?.hours ?? null;
  }

  async countGrounds(programId: string | null): Promise<(Count & { ground: string })[]> {
    return this.db.read(GROUNDS, [programId]);
  }

  async countAppeals(programId: string | null): Promise<(Count & { state: string })[]> {
    return this.db.read(APPEALS, [programId]);
  }

  async countOpen(programId: string | null): Promise<{ open: number; late: number }> {
    return (await this.db.read<{ open: number; late: number }>(OPEN, [programId]))[0] ?? { open: 0, late: 0 };
  }
}
