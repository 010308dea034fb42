/**
 * Caller: PayNumbersRepository. $1 is a programme or null for all. What was settled ten minutes ago has been told.
 * Index: reads the view whole; a report is asked for seldom.
 * Twice: reading only.
 */
export const MINUTES = `
  SELECT coalesce(sum(minutes), 0)::int AS requested,
    coalesce(sum(minutes) FILTER (WHERE paid = 0 AND updated_at < now() - interval '10 minutes'), 0)::int AS unpaid,
    count(DISTINCT task_id) FILTER (WHERE top_up > 0)::int AS "toppedUpTasks",
    count(DISTINCT person_id) FILTER (WHERE top_up > 0)::int AS "toppedUpPeople"
  FROM reports_seat_pay WHERE state = 'accepted' AND ($1::text IS NULL OR program_id = $1)`;

/**
 * Caller: PayNumbersRepository; what an hour of requested work made, top-ups in it, each seat once.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const HOURLY = `
  SELECT currency, count(*)::int AS works, count(DISTINCT person_id)::int AS people,
    percentile_disc(0.1) WITHIN GROUP (ORDER BY paid * 60 / minutes)::bigint AS p10,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY paid * 60 / minutes)::bigint AS p50
  FROM reports_seat_pay WHERE state = 'accepted' AND paid > 0 AND ($1::text IS NULL OR program_id = $1)
  GROUP BY currency ORDER BY currency`;

/**
 * Caller: PayNumbersRepository; days from filing to the first answer that decides.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const DAYS = `
  SELECT count(days)::int AS decided, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS p50,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY days) AS p90
  FROM reports_feedback_outcomes WHERE $1::text IS NULL OR program_id = $1`;

/**
 * Caller: PayNumbersRepository; what of decided feedback was not paid, or was paid and taken back, by the author's label.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const UNPAID = `
  SELECT sentiment, count(*)::int AS decided, count(DISTINCT person_id)::int AS people,
    (count(*) FILTER (WHERE is_declined))::int AS declined, (count(*) FILTER (WHERE is_voided))::int AS voided,
    (count(*) FILTER (WHERE NOT is_declined OR is_voided))::int AS accepted,
    (count(*) FILTER (WHERE is_declined OR is_voided))::int AS unpaid
  FROM reports_feedback_outcomes
  WHERE decided_at IS NOT NULL AND ($1::text IS NULL OR program_id = $1)
  GROUP BY sentiment`;

/**
 * Caller: PayNumbersRepository; minutes that artists name for what nobody asked for.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const VOLUNTEERED = `
  SELECT coalesce(sum(minutes), 0)::int AS minutes, count(DISTINCT person_id)::int AS people
  FROM reports_volunteered_time WHERE $1::text IS NULL OR program_id = $1`;

/**
 * Caller: PayNumbersRepository; what came after its promised date, paid or still waiting.
 * Index: reads compensation's earnings through the view, whole.
 * Twice: reading only.
 */
export const LATE = `
  SELECT count(*)::int AS earnings,
    (count(*) FILTER (WHERE coalesce(paid_at, now()) > pay_by))::int AS late,
    (count(*) FILTER (WHERE paid_at IS NULL AND now() > pay_by))::int AS "lateNow"
  FROM reports_pay_dates WHERE $1::text IS NULL OR program_id = $1`;
