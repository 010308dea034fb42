/**
 * Caller: LeaseRepository.take, under the lock of the generation.
 * Index: primary key.
 * Twice: a live lease is not taken over (no row); each success raises the fence, so an older holder is told apart.
 */
export const TAKE_LEASE = `
  INSERT INTO generation_leases AS l (generation_id, fence, worker, expires_at, deadline_at, claim_id)
  VALUES ($1, 1, $2, now() + make_interval(secs => $3), now() + make_interval(secs => $4), $5)
  ON CONFLICT (generation_id) DO UPDATE SET fence = l.fence + 1, worker = excluded.worker, ticket = NULL,
    taken_at = now(), expires_at = excluded.expires_at, deadline_at = excluded.deadline_at, ended_at = NULL,
    claim_id = excluded.claim_id, phase = NULL, upload_sha256 = NULL
  WHERE l.ended_at IS NOT NULL
  RETURNING fence, expires_at AS "expiresAt", deadline_at AS "deadlineAt"`;

/**
 * Caller: LeaseRepository.findReleased, for a worker whose job it is.
 * Index: primary key.
 * Twice: reading only; GRANT_ONE looks again.
 */
export const FIND_RELEASED = `
  SELECT id, attempt, cost_seconds AS "costSeconds", key_id AS "keyId" FROM generation_generations
  WHERE id = $1 AND attempt = $2 AND state = 'starting'`;

const grantOf = (skip: string): string => `
  WITH picked AS MATERIALIZED (
    SELECT g.id, a.deadline FROM unnest($1::text[], $2::int[], $3::float8[]) WITH ORDINALITY AS a (id, attempt, deadline, n)
    JOIN generation_generations g ON g.id = a.id
    WHERE g.state = $9 AND g.attempt = a.attempt
    ORDER BY a.n LIMIT $4::int FOR NO KEY UPDATE OF g ${skip}
  ), leased AS (
    INSERT INTO generation_leases AS l (generation_id, fence, worker, expires_at, deadline_at, claim_id)
    SELECT id, 1, $5, now() + make_interval(secs => $6), now() + make_interval(secs => deadline), $7 FROM picked
    ON CONFLICT (generation_id) DO UPDATE SET fence = l.fence + 1, worker = excluded.worker, ticket = NULL,
      taken_at = now(), expires_at = excluded.expires_at, deadline_at = excluded.deadline_at, ended_at = NULL,
      claim_id = excluded.claim_id, phase = NULL, upload_sha256 = NULL
    WHERE l.ended_at IS NOT NULL
    RETURNING l.generation_id, l.fence, l.expires_at, l.deadline_at
  ), moved AS (
    UPDATE generation_generations g SET state = $10, started_at = now(), progress = 0
    FROM leased l WHERE g.id = l.generation_id
  ), told AS (
    INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT generation_id, $8, $9, $10, $11 FROM leased
  ), foretold AS (
    UPDATE generation_predictions p SET started_at = now()
    FROM leased l WHERE p.generation_id = l.generation_id AND p.started_at IS NULL)
  SELECT generation_id AS id, fence, expires_at AS "expiresAt", deadline_at AS "deadlineAt" FROM leased`;

/**
 * Caller: LeaseRepository.grant, a statement that is a transaction of its own. $1 to $3 released clips with the attempt
 * that they were released for and the seconds of their deadline, in the order of preference; $4 how many at most, $5 to
 * $7 the holder, the rest is the move to processing. What was said of their start is concluded with it.
 * Index: primary keys; generation_predictions_of.
 * Twice: a clip is taken by one: what another holds a lock on is passed over, and a live lease is not taken over. Each
 * success raises the fence, so that an older holder is told apart.
 */
export const GRANT = grantOf('SKIP LOCKED');

/** As GRANT, yet waits for whoever looks at the clip at this moment: for a holder who was sent to one clip. */
export const GRANT_ONE = grantOf('');

/**
 * Caller: HeldLease, twice a second while a clip renders, before RENEW_LEASE in the same transaction.
 * Index: primary keys.
 * Twice: progress never falls; nothing is written when it did not rise or the lease is not this one.
 */
export const SHOW_PROGRESS = `
  UPDATE generation_generations g SET progress = $3::int
  WHERE g.id = $1 AND g.state = 'processing' AND g.progress < $3::int
    AND EXISTS (SELECT FROM generation_leases l WHERE l.generation_id = g.id AND l.fence = $2 AND l.ended_at IS NULL)`;

/**
 * Caller: HeldLease, twice a second.
 * Index: primary key.
 * Twice: renews again. No row: the right has ended (canceled, aborted, taken over), and the worker stops.
 */
export const RENEW_LEASE = `
  UPDATE generation_leases SET expires_at = now() + make_interval(secs => $3)
  WHERE generation_id = $1 AND fence = $2 AND ended_at IS NULL RETURNING fence`;

/**
 * Caller: OutcomeService, under the lock of the generation, before any result counts.
 * Index: primary key.
 * Twice: a lock and a reading.
 */
export const LOCK_LEASE = `
  SELECT expires_at < clock_timestamp() AS "isExpired" FROM generation_leases
  WHERE generation_id = $1 AND fence = $2 AND ended_at IS NULL FOR NO KEY UPDATE`;

/**
 * Caller: LeaseRepository.noteLoss, when a lease ran out, in the transaction that ends it.
 * Index: primary keys.
 * Twice: one line for each fence, and counted only with it.
 */
export const NOTE_LOSS = `
  WITH lost AS (
    INSERT INTO generation_losses (generation_id, fence, worker)
    SELECT generation_id, fence, worker FROM generation_leases WHERE generation_id = $1 AND fence = $2
    ON CONFLICT DO NOTHING RETURNING worker)
  UPDATE generation_workers w SET lost = w.lost + 1 FROM lost WHERE w.id = lost.worker`;

/**
 * Caller: SweepProcessor: clips whose worker was not heard of in time, or whose deadline has passed.
 * Index: generation_leases_live.
 * Twice: reading only; each is looked at again under its lock.
 */
export const LIST_OVERDUE = `
  SELECT generation_id AS id, fence, deadline_at <= now() AS "isPastDeadline"
  FROM generation_leases WHERE ended_at IS NULL AND (expires_at < now() OR deadline_at <= now()) LIMIT 200`;

/**
 * Caller: SweepProcessor: released, yet nobody took it for $1 seconds.
 * Index: generation_generations_inflight. Pools that only remote workers render for have no queue.
 * Twice: reading only; enqueueing again under the same id is a no-op while the first is there.
 */
export const LIST_UNTAKEN = `
  SELECT g.id, g.attempt, g.pool FROM generation_generations g
  WHERE g.state = 'starting' AND g.updated_at < now() - make_interval(secs => $1)
    AND EXISTS (SELECT FROM generation_workers w WHERE w.pool = g.pool AND w.kind = 'process' AND w.seen_at > now() - interval '1 minute')
  LIMIT 200`;

/**
 * Caller: SweepProcessor: clips that nobody could start for $1 seconds; the time of a pause does not count.
 * Index: generation_generations_queue and _throttled, by state.
 * Twice: reading only; each is looked at again under its lock.
 */
export const LIST_UNSTARTED = `
  SELECT g.id FROM generation_generations g
  WHERE g.state IN ('queued', 'throttled') AND g.queued_at < now() - make_interval(secs => $1)
    AND g.queued_at < now() - make_interval(secs => $1) - (
      SELECT coalesce(sum(least(p.ends_at, now()) - greatest(p.starts_at, g.queued_at)), '0') FROM generation_pauses p
      WHERE p.program_id = g.program_id AND p.ends_at > greatest(g.queued_at, p.starts_at) AND p.starts_at < now())
  LIMIT 200`;
