/**
 * Caller: Idempotency.run, first statement of the transaction.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: the second of two concurrent requests gets false and is told that the first is in flight.
 */
export const TRY_KEY = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7248)) AS got`;

/**
 * Caller: Idempotency.run, under the lock of the key; Idempotency.before, without it.
 * Index: primary key (owner, key).
 * Twice: reading only.
 */
export const FIND_ANSWER = `SELECT fingerprint, answer FROM platform_idempotency WHERE owner = $1 AND key = $2`;

/**
 * Caller: Idempotency.run, in the transaction of the effect.
 * Index: primary key (owner, key).
 * Twice: the key's lock admits one; a violation would roll the second effect back.
 */
export const INSERT_ANSWER = `
  INSERT INTO platform_idempotency (owner, key, fingerprint, answer) VALUES ($1, $2, $3, $4)`;

/**
 * Caller: CleaningProcessor, once a day.
 * Index: platform_idempotency_at.
 * Twice: deletes nothing new.
 */
export const FORGET_ANSWERS = `DELETE FROM platform_idempotency WHERE at < now() - interval '30 days'`;
