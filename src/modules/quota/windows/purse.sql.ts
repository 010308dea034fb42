/**
 * Caller: WindowService, when an artist becomes active.
 * Index: primary key.
 * Twice: the first one opens the purse and its first window; the second touches no row and hence grants nothing.
 */
export const OPEN_PURSE = `
  INSERT INTO quota_purses (id, kind, program_id, plan_id, starts_at, ends_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`;

/**
 * Caller: WindowService and everything that gives credits, before it decides.
 * Index: primary key.
 * Twice: two sweeps, or a sweep and a top-up, take turns; the second one reads what the first has made of the row.
 */
export const LOCK_PURSE = `SELECT id FROM quota_purses WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: WindowService, under LOCK_PURSE.
 * Index: primary key.
 * Twice: a window moves only forwards, by the CHECK of the caller under the lock and by the condition here.
 */
export const MOVE_WINDOW = `
  UPDATE quota_purses SET plan_id = $2, starts_at = $3, ends_at = $4, lasting = $5, is_open = true
  WHERE id = $1 AND ends_at <= $3`;

/**
 * Caller: WindowService.sweep, up to $3 purses after the id $2 whose window has ended at $1.
 * Index: quota_purses_due.
 * Twice: reading only; each is decided again under its lock.
 */
export const LIST_DUE_PURSES = `
  SELECT id FROM quota_purses WHERE is_open AND ends_at <= $1 AND id > $2 ORDER BY id LIMIT $3`;
