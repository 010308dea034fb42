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
