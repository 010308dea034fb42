/**
 * Caller: WorkerRepository.upsert, when a worker registers.
 * Index: generation_workers_name (key_id, name).
 * Twice: the same worker, with what it says of itself now. Its state is a matter of the workflow.
 */
export const UPSERT_WORKER = `
  INSERT INTO generation_workers (id, kind, key_id, name, pool, slots, version, capabilities)
  VALUES ($1, 'remote', $2, $3, $4, $5, $6, $7)
  ON CONFLICT (key_id, name) WHERE kind = 'remote' DO UPDATE SET pool = excluded.pool, slots = excluded.slots,
    version = excluded.version, capabilities = excluded.capabilities, seen_at = now(), registered_at = now()
  RETURNING id`;

/**
 * Caller: ClaimService and WorkService, with every word of a worker.
 * Index: primary key.
 * Twice: writes at most once in two seconds.
 */
export const SEE_REMOTE = `
  UPDATE generation_workers SET seen_at = now() WHERE id = $1 AND seen_at < now() - interval '2 seconds'`;

/**
 * Caller: ClaimService, for each look: what was released to the pool and nobody has taken yet.
 * Index: generation_generations_inflight.
 * Twice: reading only; each is looked at again under its lock.
 */
export const LIST_OFFERS = `
  SELECT id, attempt, key_id AS "keyId", cost_seconds AS "costSeconds", provider, seconds, width, height, fps
  FROM generation_generations
  WHERE pool = $1 AND state = 'starting' ORDER BY start_tag, seq LIMIT 100`;

/**
 * Caller: UnservedService: released at least $1 seconds ago and taken by nobody.
 * Index: generation_generations_inflight.
 * Twice: reading only; each is looked at again under its lock.
 */
export const LIST_OFFERED = `
  SELECT id, attempt, pool, provider, seconds, width, height, fps FROM generation_generations
  WHERE state = 'starting' AND updated_at < now() - make_interval(secs => $1) ORDER BY id LIMIT 200`;

/**
 * Caller: UnservedService: who takes clips of a pool at present, and what each can do; null: whatever comes.
 * Index: generation_workers is a handful of rows.
 * Twice: reading only.
 */
export const LIST_LIVE = `
  SELECT CASE WHEN kind = 'remote' THEN capabilities END AS can FROM generation_workers
  WHERE pool = $1 AND state = 'active' AND seen_at > now() - make_interval(secs => $2)`;

/**
 * Caller: ClaimService, before each look.
 * Index: generation_leases_worker; primary key.
 * Twice: reading only.
 */
export const COUNT_HELD = `
  SELECT w.state, w.slots, w.pool, w.capabilities,
    (SELECT count(*)::int FROM generation_leases l WHERE l.worker = w.id AND l.ended_at IS NULL) AS held
  FROM generation_workers w WHERE w.id = $1`;

/**
 * Caller: WorkService.heartbeat.
 * Index: primary key.
 * Twice: renews again. No row: the lease is somebody else's, or has ended.
 */
export const BEAT = `
  UPDATE generation_leases SET expires_at = now() + make_interval(secs => $4), phase = coalesce($5, phase)
  WHERE generation_id = $1 AND fence = $2 AND worker = $3 AND ended_at IS NULL
  RETURNING expires_at AS "expiresAt"`;

/**
 * Caller: WorkService, when a lease is not in force (any more): why; IntakeService, for all results of a moment.
 * Index: primary keys.
 * Twice: reading only.
 */
export const LIST_LEASES = `
  SELECT l.generation_id AS id, l.fence, l.worker, l.ended_at IS NOT NULL AS "isEnded", l.upload_sha256 AS "uploadSha256", g.state,
    EXISTS (SELECT FROM generation_losses s WHERE s.generation_id = l.generation_id AND s.fence = l.fence) AS "isLost"
  FROM generation_leases l JOIN generation_generations g ON g.id = l.generation_id WHERE l.generation_id = ANY ($1::text[])`;

/**
 * Caller: ClaimService, when a claim is repeated because its answer was lost.
 * Index: generation_leases_worker.
 * Twice: reading only.
 */
export const LIST_CLAIMED = `
  SELECT generation_id AS id, fence, expires_at AS "expiresAt", deadline_at AS "deadlineAt" FROM generation_leases WHERE worker = $1 AND claim_id = $2 AND ended_at IS NULL`;

/**
 * Caller: FleetService.list: what remote workers have in hand.
 * Index: generation_leases_worker.
 * Twice: reading only.
 */
export const LIST_JOBS = `
  SELECT l.worker, l.generation_id AS "generationId", l.fence, l.phase, l.taken_at AS "takenAt",
    l.expires_at AS "expiresAt", l.deadline_at AS "deadlineAt", g.progress
  FROM generation_leases l JOIN generation_generations g ON g.id = l.generation_id
  WHERE l.ended_at IS NULL AND l.worker = ANY ($1::text[]) ORDER BY l.taken_at`;

/**
 * Caller: WatchService: workers that lost $1 clips within $2 seconds, counted from when they were last let work.
 * Index: generation_losses_worker.
 * Twice: reading only; the move asks again for the state.
 */
export const LIST_LOSERS = `
  SELECT w.id, w.name, w.state, count(*)::int AS losses FROM generation_workers w
  JOIN generation_losses s ON s.worker = w.id AND s.at > greatest(w.state_since, now() - make_interval(secs => $2))
  WHERE w.kind = 'remote' AND w.state IN ('active', 'draining')
  GROUP BY w.id HAVING count(*) >= $1`;
