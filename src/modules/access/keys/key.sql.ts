const LINE = `id, person_id AS "personId", family_id AS "familyId", name, state, stops_at AS "stopsAt"`;

/**
 * Caller: KeyClockService.retire, the clock that ends overlaps.
 * Index: access_keys_stopping.
 * Twice: SKIP LOCKED gives a key to one process; the move finds the second time nothing to end.
 */
export const LOCK_DUE = `
  SELECT ${LINE} FROM access_keys WHERE state IN ('active', 'throttled') AND stops_at <= now() ORDER BY stops_at LIMIT 200
  FOR UPDATE SKIP LOCKED`;

/**
 * Caller: KeyClockService.calm, the clock that ends throttling.
 * Index: access_keys_throttled.
 * Twice: SKIP LOCKED gives a key to one process; the move finds the second time nothing throttled.
 */
export const LOCK_QUIET = `
  SELECT ${LINE} FROM access_keys
  WHERE state = 'throttled' AND coalesce(suspected_at, updated_at) <= now() - make_interval(mins => $1)
  ORDER BY suspected_at LIMIT 200 FOR UPDATE SKIP LOCKED`;

/**
 * Caller: KeyClockService.warn, the clock that warns of expiry; $1 is the number of days.
 * Index: access_keys_expiring.
 * Twice: the first marks the key as warned of that many days, the second finds it marked.
 */
export const LOCK_EXPIRING = `
  UPDATE access_keys SET warned_days = $1
  WHERE id IN (
    SELECT id FROM access_keys
    WHERE state IN ('active', 'throttled') AND stops_at IS NULL AND expires_at > now()
      AND expires_at <= now() + make_interval(days => $1) AND coalesce(warned_days, 1000) > $1
    ORDER BY expires_at LIMIT 200 FOR UPDATE SKIP LOCKED)
  RETURNING ${LINE}, expires_at AS "expiresAt"`;

/**
 * Caller: KeyRepository.quarantineAll; $1 are the keys, $2 who stops them, $3 the note of the history.
 * Index: primary key. Locked in the order of the ids.
 * Twice: the second finds none that is not stopped.
 */
export const QUARANTINE_ALL = `
  WITH due AS (
    SELECT id, state FROM access_keys WHERE id = ANY ($1::text[]) AND state IN ('active', 'throttled') ORDER BY id FOR UPDATE
  ), moved AS (
    UPDATE access_keys k SET state = 'quarantined', updated_at = now() FROM due WHERE k.id = due.id
    RETURNING k.id, k.person_id, k.name, due.state AS from_state
  ), kept AS (
    INSERT INTO access_keys_history (subject_id, verb, from_state, to_state, actor_id, note)
    SELECT id, 'quarantine', from_state, 'quarantined', $2, $3::jsonb FROM moved
  ) SELECT id, person_id AS "personId", name FROM moved ORDER BY id`;
