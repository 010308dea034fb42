/**
 * Caller: ReportRepository, public report. $1 is a programme or null for all.
 * Index: the tables behind the views are read whole; a report is asked for seldom.
 * Twice: reading only.
 */
export const HEADLINE = `
  SELECT
    (SELECT count(*)::int FROM reports_enrollments WHERE $1::text IS NULL OR program_id = $1) AS enrolled,
    (SELECT count(*)::int FROM reports_enrollments WHERE state = 'active' AND ($1::text IS NULL OR program_id = $1)) AS active,
    (SELECT count(*)::int FROM reports_works WHERE $1::text IS NULL OR program_id = $1) AS works,
    (SELECT count(*)::int FROM reports_generations WHERE is_ended AND ($1::text IS NULL OR program_id = $1)) AS ended,
    (SELECT count(*)::int FROM reports_generations WHERE is_keeper AND ($1::text IS NULL OR program_id = $1)) AS keepers,
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FROM reports_decisions
      WHERE $1::text IS NULL OR program_id = $1) AS "hoursToDecision",
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM paid_at - earned_at)::double precision / 3600)
      FROM reports_earnings WHERE paid_at IS NOT NULL AND ($1::text IS NULL OR program_id = $1)) AS "hoursToCash"`;

/**
 * Caller: ReportRepository, public report.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const GENERATIONS = `
  SELECT state AS key, count(*)::int AS count, count(DISTINCT person_id)::int AS people,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY wait_seconds) AS "waitSeconds",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY render_seconds) AS "renderSeconds"
  FROM reports_generations WHERE is_ended AND ($1::text IS NULL OR program_id = $1)
  GROUP BY state ORDER BY state`;

/**
 * Caller: ReportRepository, public report.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const DECISIONS = `
  SELECT outcome AS key, count(*)::int AS count, count(DISTINCT person_id)::int AS people
  FROM reports_decisions WHERE $1::text IS NULL OR program_id = $1 GROUP BY outcome ORDER BY outcome`;

/**
 * Caller: ReportRepository, public report: refusals and take-downs by their published ground.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const GROUNDS = `
  SELECT ground AS key, count(*)::int AS count, count(DISTINCT person_id)::int AS people
  FROM reports_decisions
  WHERE outcome IN ('declined', 'taken_down') AND ground IS NOT NULL AND ($1::text IS NULL OR program_id = $1)
  GROUP BY ground ORDER BY ground`;

/**
 * Caller: ReportRepository, public report.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const APPEALS = `
  SELECT count(*)::int AS decided, count(DISTINCT person_id)::int AS people,
    (count(*) FILTER (WHERE state IN ('overturned', 'partly_overturned')))::int AS overturned
  FROM reports_appeals
  WHERE state IN ('upheld', 'overturned', 'partly_overturned') AND ($1::text IS NULL OR program_id = $1)`;

/**
 * Caller: ReportRepository, public report.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const FEEDBACK = `
  SELECT state AS key, count(*)::int AS count, count(DISTINCT person_id)::int AS people
  FROM reports_feedback WHERE $1::text IS NULL OR program_id = $1 GROUP BY state ORDER BY state`;

/**
 * Caller: ReportRepository, public report.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const PAID = `
  SELECT currency, sum(amount)::bigint AS amount, count(*)::int AS payouts
  FROM reports_payouts WHERE state = 'paid' AND ($1::text IS NULL OR program_id = $1) GROUP BY currency ORDER BY currency`;
