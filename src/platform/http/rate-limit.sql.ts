/**
 * Caller: limitRates, for each request of a class that is counted over all processes.
 * Index: primary key.
 * Twice: counts again; that is its purpose. The answer is the count of this window and the seconds it still lasts.
 */
export const COUNT_HIT = `
  INSERT INTO platform_rate_windows AS w (key, hits, ends_at) VALUES ($1, 1, now() + make_interval(secs => $2))
  ON CONFLICT (key) DO UPDATE SET
    hits = CASE WHEN w.ends_at <= now() THEN 1 ELSE w.hits + 1 END,
    ends_at = CASE WHEN w.ends_at <= now() THEN excluded.ends_at ELSE w.ends_at END
  RETURNING hits, ceil(extract(epoch FROM ends_at - now()))::int AS seconds`;

/**
 * Caller: limitRates, when a window begins: sweeps some of what has ended.
 * Index: platform_rate_windows_end.
 * Twice: the second finds nothing.
 */
export const DROP_ENDED = `
  DELETE FROM platform_rate_windows WHERE key IN (
    SELECT key FROM platform_rate_windows WHERE ends_at < now() - interval '5 minutes' LIMIT 20 FOR UPDATE SKIP LOCKED)`;
