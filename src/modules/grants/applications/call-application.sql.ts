/**
 * Caller: CallApplicationRepository.toReview, when a call closes; history in the same statement.
 * Index: grants_applications_call.
 * Twice: the second call finds nothing that is still only handed in.
 */
export const TO_REVIEW = `
  WITH moved AS (
    UPDATE grants_applications SET state = 'in_review', updated_at = now()
    WHERE call_id = $1 AND state = 'submitted' RETURNING id
  ), noted AS (
    INSERT INTO grants_applications_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT id, 'review', 'submitted', 'in_review', 'system' FROM moved
  )
  SELECT id FROM moved`;

/**
 * Caller: CallApplicationRepository.callOff, when a call is cancelled; history in the same statement.
 * Index: grants_applications_call.
 * Twice: the second call finds nobody who still waits.
 */
export const CALL_OFF = `
  WITH waiting AS MATERIALIZED (
    SELECT id, state FROM grants_applications WHERE call_id = $1 AND state IN ('submitted', 'in_review') FOR UPDATE
  ), moved AS (
    UPDATE grants_applications a SET state = 'declined', reasons = $2, updated_at = now()
    FROM waiting w WHERE a.id = w.id
  )
  INSERT INTO grants_applications_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT id, 'callOff', state, 'declined', 'system' FROM waiting`;

/**
 * Caller: CallApplicationRepository.countUndecided.
 * Index: grants_applications_call.
 * Twice: reading only.
 */
export const COUNT_UNDECIDED = `
  SELECT call_id AS id, count(*)::int AS n FROM grants_applications
  WHERE call_id = ANY ($1) AND state IN ('submitted', 'in_review') GROUP BY call_id`;
