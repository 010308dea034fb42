/**
 * Caller: SuspensionSweep, each minute.
 * Index: enrollment_suspensions_due.
 * Twice: reading only; the moves that follow are guarded by the state.
 */
export const LIST_DUE_SUSPENSIONS = `
  SELECT id, CASE state WHEN 'in_force' THEN 'end' ELSE 'expire' END AS verb FROM enrollment_suspensions
  WHERE (state = 'in_force' AND ends_at <= now())
    OR (state = 'proposed' AND (ends_at <= now() OR created_at < now() - make_interval(days => $1::int)))
  ORDER BY ends_at LIMIT 250`;
