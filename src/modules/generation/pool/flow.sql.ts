/*
 * Start-time fair queueing in SQL; domain/fair-order.ts is the same as a pure model, and a test compares the two.
 * Rows are locked in the order pool, flow, generation, lease, ledger.
 */

/**
 * Caller: FlowRepository.lock, before the generation is locked.
 * Index: primary key (pool, enrollment_id).
 * Twice: a lock only.
 */
export const LOCK_FLOW = `
  SELECT max_inflight AS "maxInflight" FROM generation_flows WHERE pool = $1 AND enrollment_id = $2 FOR NO KEY UPDATE`;

/**
 * Caller: MoveService.lock, before the generation itself: which flow it belongs to never changes.
 * Index: primary keys.
 * Twice: a lock only. No row: there is no such generation.
 */
export const LOCK_FLOW_OF = `
  SELECT 1 FROM generation_flows
  WHERE (pool, enrollment_id) = (SELECT g.pool, g.enrollment_id FROM generation_generations g WHERE g.id = $1)
  FOR NO KEY UPDATE`;

/**
 * Caller: ReleaseService, first statement of a round: rounds of one pool take turns.
 * Index: primary key of generation_pools.
 * Twice: a lock only. Counting must be a statement of its own: one that waited for the lock still sees what was before.
 */
export const LOCK_POOL = `SELECT 1 FROM generation_pools WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: ReleaseService, under the lock of the pool; WaitService.
 * Index: generation_generations_inflight; generation_workers and generation_providers are a handful of rows.
 * Twice: reading only. A provider that is left alone has no places, one that is probed has one.
 */
export const COUNT_PLACES = `
  SELECT
    (SELECT least(coalesce(sum(w.slots), 0), (
       SELECT min(CASE WHEN p.state IN ('open', 'paused') OR p.hold_until > now() THEN 0
         WHEN p.state = 'probing' THEN 1 ELSE 1000000 END)
       FROM generation_providers p WHERE p.pool = $1))::int
     FROM generation_workers w
     WHERE w.pool = $1 AND w.state = 'active' AND w.seen_at > now() - make_interval(secs => $2)) AS slots,
    (SELECT count(*)::int FROM generation_generations g
     WHERE g.pool = $1 AND g.state IN ('starting', 'processing', 'finishing')) AS inflight`;

/**
 * Caller: ReleaseService, under the lock of the pool: the head of each artist's queue, smallest start tag first.
 * Index: generation_generations_queue (pool, enrollment_id, seq) WHERE state = 'queued', one probe per flow.
 * Twice: reading only; the move that follows asks again for state = 'queued'.
 */
export const PICK_NEXT = `
  SELECT head.id, head.tag, head.is_paid AS "isPaid"
  FROM generation_flows f
  CROSS JOIN LATERAL (
    SELECT g.id, g.seq, g.start_tag IS NOT NULL AS is_paid,
      coalesce(g.start_tag, greatest(g.arrival, f.last_finish)) AS tag
    FROM generation_generations g
    WHERE g.pool = f.pool AND g.enrollment_id = f.enrollment_id AND g.state = 'queued'
      AND (g.not_before IS NULL OR g.not_before <= now())
      AND g.program_id <> ALL (ARRAY(SELECT p.program_id FROM generation_pauses p WHERE p.starts_at <= now() AND p.ends_at > now()))
    ORDER BY g.seq LIMIT 1
  ) head
  WHERE f.pool = $1 AND f.inflight < f.max_inflight
  ORDER BY head.tag, head.seq LIMIT 1`;

/**
 * Caller: ReleaseService, after a release: $3 is the start tag, $4 the cost to account, null when its tag is paid.
 * Index: primary keys of generation_flows and generation_pools.
 * Twice: guarded by the move queued → starting in the same transaction; virtual time never falls.
 */
export const CHARGE_FLOW = `
  WITH charged AS (
    UPDATE generation_flows SET last_finish = $3::double precision + $4::double precision / weight
    WHERE pool = $1 AND enrollment_id = $2 AND $4::double precision IS NOT NULL)
  UPDATE generation_pools SET vtime = greatest(vtime, $3::double precision) WHERE id = $1`;

/**
 * Caller: MoveService, with every move into or out of the pool; $4 is the cost accounted, null leaves the account.
 * Index: primary key (pool, enrollment_id).
 * Twice: guarded by the move in the same transaction. A clip that never started took no time: its cost is returned.
 */
export const SHIFT_FLOW = `
  UPDATE generation_flows SET inflight = inflight + $3::int,
    last_finish = CASE WHEN $4::double precision IS NULL THEN last_finish
      ELSE greatest(0, last_finish
        + (coalesce(extract(epoch FROM clock_timestamp() - $5::timestamptz), 0) - $4::double precision) / weight) END
  WHERE pool = $1 AND enrollment_id = $2`;

/**
 * Caller: ReleaseService: throttled clips of artists who have room again, oldest first, at most 200.
 * Index: generation_generations_throttled; generation_generations_open for the count.
 * Twice: reading only; each is looked at again under the lock of its flow.
 */
export const LIST_UNTHROTTLE = `
  SELECT next.id
  FROM (SELECT DISTINCT enrollment_id FROM generation_generations WHERE pool = $1 AND state = 'throttled') waiting
  JOIN generation_flows f ON f.pool = $1 AND f.enrollment_id = waiting.enrollment_id
  CROSS JOIN LATERAL (
    SELECT f.max_inflight - count(*)::int AS room FROM generation_generations o
    WHERE o.enrollment_id = f.enrollment_id AND o.state IN ('queued', 'starting', 'processing', 'finishing')
  ) has
  CROSS JOIN LATERAL (
    SELECT g.id, g.seq FROM generation_generations g
    WHERE g.pool = f.pool AND g.enrollment_id = f.enrollment_id AND g.state = 'throttled'
    ORDER BY g.seq LIMIT greatest(0, has.room)
  ) next
  ORDER BY next.seq LIMIT 200`;

/**
 * Caller: PresenceService, every few seconds while this process renders.
 * Index: primary key of generation_workers.
 * Twice: renews the instant only.
 */
export const SEE_WORKER = `
  INSERT INTO generation_workers (id, pool, slots) VALUES ($1, $2, $3)
  ON CONFLICT (id) DO UPDATE SET slots = excluded.slots, seen_at = now()`;

/**
 * Caller: PoolStateService, WaitService: everything of one pool that waits or runs, with its artist's place in the order.
 * Index: generation_generations_queue, _throttled and _inflight.
 * Twice: reading only.
 */
export const LIST_POOL = `
  SELECT g.id, g.enrollment_id AS "enrollmentId", g.state, g.seq, g.cost_seconds AS "costSeconds", g.arrival,
    g.start_tag AS "startTag", g.provider, g.resolution, g.seconds, g.progress, f.weight, f.max_inflight AS "maxInflight", f.inflight, f.last_finish AS "lastFinish",
    coalesce(extract(epoch FROM clock_timestamp() - g.started_at), 0)::float8 AS "elapsedSeconds"
  FROM generation_generations g JOIN generation_flows f ON f.pool = g.pool AND f.enrollment_id = g.enrollment_id
  WHERE g.pool = $1 AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
  ORDER BY g.seq`;

/**
 * Caller: FlowRepository.loads, at most about once a second while clips are submitted and there is a choice.
 * Index: generation_generations_queue and _inflight.
 * Twice: reading only. Seconds of work before a new clip, over all places; a pool without places counts as having one.
 */
export const LIST_LOADS = `
  SELECT p.pool, coalesce((
      SELECT sum(g.cost_seconds) FROM generation_generations g
      WHERE g.pool = p.pool AND g.state IN ('queued', 'starting', 'processing', 'finishing')), 0)::float8
    / greatest(1, coalesce((
      SELECT sum(w.slots) FROM generation_workers w
      WHERE w.pool = p.pool AND w.seen_at > now() - make_interval(secs => $2)), 1))::float8 AS seconds
  FROM unnest($1::text[]) AS p (pool)`;
