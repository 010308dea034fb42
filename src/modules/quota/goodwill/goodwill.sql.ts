/**
 * Caller: GoodwillService, under the lock of the artist's purse; also for the artist's own view, without it.
 * Index: quota_goodwill_enrollment.
 * Twice: reading only; whoever counts under the lock counts what the one before has written.
 */
export const COUNT_GOODWILL = `
  SELECT count(*) FILTER (WHERE shot = $3)::int AS shot, count(*) FILTER (WHERE at >= $4)::int AS week
  FROM quota_goodwill WHERE enrollment_id = $1 AND cause = $2`;

/**
 * Caller: GoodwillService, under the lock of the artist's purse.
 * Index: primary key.
 * Twice: reading only.
 */
export const HAS_GOODWILL = `SELECT EXISTS (SELECT FROM quota_goodwill WHERE generation_id = $1) AS found`;

/**
 * Caller: GoodwillService, under the lock of the artist's purse.
 * Index: primary key.
 * Twice: the caller has looked whether there is one; a second row of a clip would fail and roll back.
 */
export const INSERT_GOODWILL = `
  INSERT INTO quota_goodwill (generation_id, enrollment_id, cause, shot, credits, evidence)
  VALUES ($1, $2, $3, $4, $5, $6)`;
