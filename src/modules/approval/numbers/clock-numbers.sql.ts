/**
 * Caller: ClockNumbersRepository.clocks. $1 programme or null, $2 days. Wall hours and office hours (Mon–Fri 9–17 UTC);
 * waits for the artist are taken off the wall time to the decision.
 * Index: approval_submissions_first_decided.
 * Twice: reading only.
 */
export const CLOCK_TIMES = `
  WITH decided AS (
    SELECT cohort_id, late_at, person_id,
      extract(epoch FROM first_claimed_at - submitted_at)::float8 / 3600 AS look,
      (approval_office_seconds(first_claimed_at) - approval_office_seconds(submitted_at)) / 3600 AS look_office,
      greatest(extract(epoch FROM first_decided_at - submitted_at)::float8 - paused_seconds, 0) / 3600 AS verdict,
      (approval_office_seconds(first_decided_at) - approval_office_seconds(submitted_at)) / 3600 AS verdict_office
    FROM approval_submissions
    WHERE first_decided_at > now() - make_interval(days => $2::int) AND ($1::text IS NULL OR program_id = $1)
  )
  SELECT cohort_id AS "cohortId", count(*)::int AS decided, (count(*) FILTER (WHERE late_at IS NULL))::int AS "inTarget",
    count(DISTINCT person_id)::int AS people,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY look) AS look,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY look_office) AS "lookOffice",
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY verdict) AS verdict,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY verdict_office) AS "verdictOffice",
    grouping(cohort_id) = 1 AS "isTotal"
  FROM decided GROUP BY GROUPING SETS ((), (cohort_id))`;

/**
 * Caller: ClockNumbersRepository.oldest. $1 programme or null.
 * Index: approval_submissions_queue; what is open.
 * Twice: reading only.
 */
export const OLDEST_OPEN = `
  SELECT extract(epoch FROM now() - min(submitted_at))::float8 / 3600 AS hours FROM approval_submissions
  WHERE state IN ('submitted', 'in_review', 'escalated') AND ($1::text IS NULL OR program_id = $1)`;

/**
 * Caller: ClockNumbersRepository.overturns. $1 programme or null, $2 days. Answered appeals and those that succeeded, wholly
 * or in part, as a whole and by cohort.
 * Index: none; appeals are few.
 * Twice: reading only.
 */
export const OVERTURNS = `
  SELECT s.cohort_id AS "cohortId", grouping(s.cohort_id) = 1 AS "isTotal", count(*)::int AS answered,
    (count(*) FILTER (WHERE a.state <> 'upheld'))::int AS overturned, count(DISTINCT a.appellant_id)::int AS people
  FROM approval_appeals a JOIN approval_submissions s ON s.id = a.submission_id
  WHERE a.closed_at > now() - make_interval(days => $2::int) AND a.state IN ('upheld', 'overturned', 'partly_overturned')
    AND ($1::text IS NULL OR a.program_id = $1)
  GROUP BY GROUPING SETS ((), (s.cohort_id))`;

/**
 * Caller: ClockNumbersRepository.stances. $1 programme or null. The first decision by a person on each labelled work.
 * Index: approval_stances is the smaller side; approval_decisions_submission.
 * Twice: reading only.
 */
export const STANCE_OUTCOMES = `
  SELECT t.stance, count(*)::int AS decided, (count(*) FILTER (WHERE d.outcome = 'approved'))::int AS approved,
    count(DISTINCT s.person_id)::int AS people,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY
      greatest(extract(epoch FROM d.at - s.submitted_at)::float8 - s.paused_seconds, 0) / 3600) AS "medianHours"
  FROM approval_stances t JOIN approval_submissions s ON s.id = t.submission_id
  JOIN LATERAL (SELECT outcome, at FROM approval_decisions WHERE submission_id = s.id
    AND outcome IN ('approved', 'declined') AND reviewer_id <> 'system' ORDER BY id LIMIT 1) d ON true
  WHERE $1::text IS NULL OR s.program_id = $1
  GROUP BY t.stance`;
