/*
 * `clock_timestamp()` and not `now()`: whoever waited for a row looks at it with the time of then, or two at once would
 * each count by the time at which they began to wait.
 */

/**
 * Caller: TriesRepository.take. $2 tries are free, then each waits $3 seconds, doubled each time, at most $4.
 * Index: primary key.
 * Twice: counts again; no row: it is too early, and this try is not counted.
 */
export const TAKE_TRY = `
  INSERT INTO access_tries AS t (key, count, last_at, ends_at)
  VALUES ($1, 1, clock_timestamp(), clock_timestamp() + make_interval(secs => 2 * $4))
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN t.ends_at <= clock_timestamp() THEN 1 ELSE t.count + 1 END,
    last_at = excluded.last_at, ends_at = excluded.ends_at
  WHERE t.ends_at <= clock_timestamp() OR t.count < $2
    OR t.last_at + make_interval(secs => least($3 * power(2, least(t.count - $2, 30)), $4)) <= clock_timestamp()
  RETURNING 0 AS wait`;

/**
 * Caller: TriesRepository.take, after TAKE_TRY found it too early. Milliseconds to wait.
 * Index: primary key.
 * Twice: reading only.
 */
export const WAIT_OF_TRY = `
  SELECT greatest(1, ceil(extract(epoch FROM t.last_at + make_interval(secs => least($3 * power(2, greatest(0, least(t.count - $2, 30))), $4))
    - clock_timestamp()) * 1000))::int AS wait
  FROM access_tries t WHERE t.key = $1`;

/**
 * Caller: TriesRepository.takeOf. At most $2 within $3 seconds.
 * Index: primary key.
 * Twice: counts again; no row: it is one too many and not counted, so that waiting always helps.
 */
export const TAKE_PLACE = `
  INSERT INTO access_tries AS t (key, last_at, times, ends_at)
  VALUES ($1, clock_timestamp(), ARRAY[clock_timestamp()], clock_timestamp() + make_interval(secs => $3))
  ON CONFLICT (key) DO UPDATE SET
    times = ARRAY(SELECT x FROM unnest(t.times) x WHERE x > clock_timestamp() - make_interval(secs => $3) ORDER BY x) || excluded.last_at,
    last_at = excluded.last_at, ends_at = excluded.ends_at
  WHERE (SELECT count(*) FROM unnest(t.times) x WHERE x > clock_timestamp() - make_interval(secs => $3)) < $2
  RETURNING key`;

/**
 * Caller: TriesRepository.giveBack: the try was a right one.
 * Index: primary key.
 * Twice: gives another one back; the caller gives back each once.
 */
export const GIVE_PLACE_BACK = `
  UPDATE access_tries SET times = trim_array(times, 1) WHERE key = $1 AND cardinality(times) > 0`;

/**
 * Caller: the hourly clean-up.
 * Index: access_tries_ends.
 * Twice: deletes nothing new.
 */
export const FORGET_TRIES = `DELETE FROM access_tries WHERE ends_at < now()`;
