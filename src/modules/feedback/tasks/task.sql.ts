/**
 * Caller: TaskRepository.counts.
 * Index: feedback_seats (task_id, person_id).
 * Twice: reading only; under the task's lock it cannot change.
 */
export const COUNT_SEATS = `
  SELECT task_id AS "taskId",
    count(*) FILTER (WHERE state NOT IN ('released', 'expired'))::int AS occupied,
    count(*) FILTER (WHERE state = 'taken')::int AS taken,
    count(*) FILTER (WHERE state = 'submitted')::int AS submitted,
    count(*) FILTER (WHERE state = 'accepted')::int AS accepted,
    count(*) FILTER (WHERE state = 'accepted' AND time_state = 'capped')::int AS "openTimes",
    count(*) FILTER (WHERE state = 'released')::int AS released,
    count(*) FILTER (WHERE state = 'expired')::int AS expired,
    count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled,
    count(*) FILTER (WHERE state = 'voided')::int AS voided,
    coalesce(sum(amount) FILTER (WHERE state IN ('accepted', 'cancelled', 'voided')), 0)::bigint AS earned,
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE state = 'accepted' AND share = 'full'))::float8
      AS "medianMinutes"
  FROM feedback_seats WHERE task_id = ANY ($1) GROUP BY task_id`;

/**
 * Caller: TaskSweepService. What time has decided, up to 500 of each.
 * Index: feedback_seats_decide; feedback_seats_taken with feedback_tasks' key; the rest walks accepted seats of unsettled tasks.
 * Twice: each is locked and decided again; what was done meanwhile is left alone.
 */
export const LIST_DUE_SEATS = `
  (SELECT id, 'acceptLate' AS verb FROM feedback_seats WHERE state = 'submitted' AND decide_by <= now() LIMIT 500)
  UNION ALL
  (SELECT s.id, 'expire' FROM feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id
   WHERE s.state = 'taken' AND t.due_at <= now() LIMIT 500)
  UNION ALL
  (SELECT s.id, 'settleTime' FROM feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id
   WHERE t.settled_at IS NULL AND s.state = 'accepted' AND s.time_state = 'capped'
     AND s.decide_by + interval '7 days' <= now() LIMIT 500)`;

/**
 * Caller: TaskSweepService.
 * Index: feedback_tasks_unsettled.
 * Twice: each is locked and decided again.
 */
export const LIST_UNSETTLED = `
  SELECT id FROM feedback_tasks WHERE published_at IS NOT NULL AND settled_at IS NULL
    AND (state <> 'open' OR due_at <= now() OR updated_at > now() - interval '1 day') ORDER BY due_at LIMIT 500`;

/**
 * Caller: TaskSeatRepository.decisions. $1 seats.
 * Index: feedback_seats_history's (subject_id, id).
 * Twice: reading only.
 */
export const SEAT_DECISIONS = `
  SELECT DISTINCT ON (subject_id) subject_id AS id, actor_id AS by, at FROM feedback_seats_history
  WHERE subject_id = ANY ($1) AND verb IN ('accept', 'acceptLate') ORDER BY subject_id, id DESC`;
