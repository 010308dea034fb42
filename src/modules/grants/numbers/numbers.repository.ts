import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { ConflictKind } from '../contract';

export interface SpreadRow {
  readonly personId: string;
  readonly awards: number;
  readonly money: bigint;
  readonly seats: number;
}

export interface CallNumbers {
  readonly decided: number;
  readonly late: number;
  readonly medianDays: number | null;
  readonly applications: number;
  readonly departures: number;
}

export interface ConflictNumbers {
  readonly kind: ConflictKind;
  readonly count: number;
  /** Reviewers behind them. */
  readonly people: number;
}

@Injectable()
export class NumbersRepository {
  constructor(private readonly db: Database) {}

  /** What each artist who ever applied or asked for a seat got; `null` counts every programme. */
  async spread(programId: string | null): Promise<SpreadRow[]> {
    return this.db.read<SpreadRow & Record<string, unknown>>(
      `WITH people AS (
         SELECT a.person_id FROM grants_applications a JOIN grants_calls c ON c.id = a.call_id
           WHERE a.handed_in_at IS NOT NULL AND ($1::text IS NULL OR c.program_id = $1)
         UNION SELECT s.person_id FROM grants_seats s JOIN grants_events e ON e.id = s.event_id
           WHERE $1::text IS NULL OR e.program_id = $1
       ), won AS (
         SELECT person_id, count(*)::int AS awards, sum(amount)::bigint AS money FROM grants_awards
         WHERE state NOT IN ('turned_down') AND ($1::text IS NULL OR program_id = $1) GROUP BY person_id
       ), sat AS (
         SELECT s.person_id, count(*)::int AS seats FROM grants_seats s JOIN grants_events e ON e.id = s.event_id
         WHERE s.state IN ('seated', 'attended') AND ($1::text IS NULL OR e.program_id = $1) GROUP BY s.person_id
       )
       SELECT people.person_id AS "personId", coalesce(won.awards, 0) AS awards, coalesce(won.money, 0)::bigint AS money,
         coalesce(sat.seats, 0) AS seats
       FROM people LEFT JOIN won USING (person_id) LEFT JOIN sat USING (person_id)`,
      [programId],
    );
  }

  async calls(programId: string | null): Promise<CallNumbers> {
    const [row] = await this.db.read<CallNumbers & Record<string, unknown>>(
      `SELECT count(*)::int AS decided, count(*) FILTER (WHERE decided_at > decides_at)::int AS late,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - closes_at) / 86400) AS "medianDays",
         coalesce(sum((SELECT count(*) FROM grants_applications a WHERE a.call_id = c.id AND a.handed_in_at IS NOT NULL)), 0)::int AS applications,
         coalesce(sum((SELECT count(*) FROM grants_applications a WHERE a.call_id = c.id AND a.departure IS NOT NULL)), 0)::int AS departures
       FROM grants_calls c WHERE state = 'decided' AND ($1::text IS NULL OR program_id = $1)`,
      [programId],
    );
    return row ?? { decided: 0, late: 0, medianDays: null, applications: 0, departures: 0 };
  }

  /** The conflict log in numbers: how many of each kind, never who. */
  async conflicts(programId: string | null): Promise<ConflictNumbers[]> {
    return this.db.read<ConflictNumbers & Record<string, unknown>>(
      `SELECT x.kind, count(*)::int AS count, count(DISTINCT x.reviewer_id)::int AS people FROM grants_conflicts x JOIN grants_calls c ON c.id = x.call_id
       WHERE $1::text IS NULL OR c.program_id = $1 GROUP BY x.kind ORDER BY x.kind`,
      [programId],
    );
  }

  /** Median days from a step's evidence to its acceptance. */
  async daysToAcceptance(programId: string | null): Promise<number | null> {
    const [row] = await this.db.read<{ days: number | null }>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM done.at - sent.at) / 86400) AS days
       FROM grants_milestones m JOIN grants_awards a ON a.id = m.award_id
         JOIN LATERAL (SELECT max(at) AS at FROM grants_milestones_history h WHERE h.subject_id = m.id AND h.verb = 'submit') sent ON sent.at IS NOT NULL
         JOIN LATERAL (SELECT max(at) AS at FROM grants_milestones_history h WHERE h.subject_id = m.id AND h.to_state = 'accepted') done ON done.at IS NOT NULL
       WHERE $1::text IS NULL OR a.program_id = $1`,
      [programId],
    );
    return row?.days ?? null;
  }
}
