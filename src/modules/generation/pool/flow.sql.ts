/*
 * Start-time fair queueing in SQL; domain/fair-order.ts is the same as a pure model, and a test compares the two.
 * Rows are locked in the order pool, flow, generation, lease, ledger; whoever needs several flows locks them in one
 * statement, by name.
 */

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
export const LOCK_POOL = `SELECT vtime FROM generation_pools WHERE id = $1 FOR NO KEY UPDATE`;

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
 * Caller: ReleaseService, under the lock of the pool, for programmes $1 that have a cap: rounds of several pools take turns
 * over a programme.
 * Index: none; advisory locks that end with the transaction, taken by name.
 * Twice: a lock only. Counting must be a statement of its own, as with LOCK_POOL.
 */
export const LOCK_PROGRAMS = `
  SELECT pg_advisory_xact_lock(hashtextextended('generation.program ' || p.id, 7249))
  FROM (SELECT id FROM unnest($1::text[]) AS w (id) ORDER BY id OFFSET 0) p`;

/**
 * Caller: ReleaseService, under LOCK_PROGRAMS; PoolStateService, LineService. What is released elsewhere only waits for
 * that lock, what ends meanwhile makes it less.
 * Index: generation_generations_inflight, read whole: it holds what runs at this moment.
 * Twice: reading only.
 */
export const COUNT_PROGRAMS = `
  SELECT w.id, (count(g.id))::int AS inflight
  FROM unnest($1::text[]) AS w (id) LEFT JOIN generation_generations g
    ON g.program_id = w.id AND g.state IN ('starting', 'processing', 'finishing')
  GROUP BY w.id`;

/** What waits first of an artist `f`, where it may start: nothing of programmes $4, which are full, nor of paused ones. */
const HEAD = `
  CROSS JOIN LATERAL (
    SELECT g.seq, g.program_id, coalesce(g.start_tag, greatest(g.arrival, f.last_finish)) AS tag
    FROM generation_generations g
    WHERE g.pool = f.pool AND g.enrollment_id = f.enrollment_id AND g.state = 'queued'
      AND (g.not_before IS NULL OR g.not_before <= now())
    ORDER BY g.seq LIMIT 1
  ) head
  WHERE head.program_id <> ALL ($4::text[])
    AND head.program_id <> ALL (ARRAY(SELECT p.program_id FROM generation_pauses p WHERE p.starts_at <= now() AND p.ends_at > now()))`;

/**
 * Caller: ReleaseService, under the lock of the pool: of the $2 artists whose heads have the smallest start tags, what
 * waits first, up to $3 clips each. Nobody else can be among the next $2 releases. A tag is never below its artist's last
 * finish, except of what came back after a start: so the first $2 artists by last finish who have a head bound the tags
 * that count, and only who lies below that bound is looked at besides, however many wait.
 * Index: generation_generations_queue (pool, enrollment_id, seq) WHERE state = 'queued', read in its order: one probe for
 * each artist who is looked at, however much waits; generation_generations_returned. A pause is asked for of the head
 * alone: all clips of a flow are of one programme, and a condition that the planner believes to be rare would have it read
 * and sort the whole queue instead.
 * Twice: reading only; what is picked is looked at again under its locks.
 */
export const LIST_HEADS = `
  WITH flows AS MATERIALIZED (
    SELECT f.pool, f.enrollment_id, f.weight, f.max_inflight, f.inflight, f.last_finish FROM generation_flows f
    WHERE f.pool = $1 AND f.inflight < f.max_inflight ORDER BY f.last_finish
  ), first AS MATERIALIZED (
    SELECT f.*, head.program_id, head.seq, head.tag FROM (SELECT * FROM flows ORDER BY last_finish) f ${HEAD}
    ORDER BY f.last_finish LIMIT $2
  ), bound AS MATERIALIZED (
    SELECT max(last_finish) AS above, CASE WHEN count(*) < $2 THEN '-Infinity'::float8 ELSE max(tag) END AS up_to FROM first
  ), others AS MATERIALIZED (
    SELECT f.*, head.program_id, head.seq, head.tag FROM (
      SELECT flows.* FROM flows, bound
      WHERE (flows.last_finish BETWEEN bound.above AND bound.up_to OR flows.enrollment_id IN (
          SELECT g.enrollment_id FROM generation_generations g
          WHERE g.pool = $1 AND g.state = 'queued' AND g.start_tag IS NOT NULL))
        AND flows.enrollment_id NOT IN (SELECT enrollment_id FROM first)
      OFFSET 0
    ) f ${HEAD}
  ), heads AS MATERIALIZED (
    SELECT * FROM (SELECT * FROM first UNION ALL SELECT * FROM others) f ORDER BY tag, seq LIMIT $2
  )
  SELECT f.enrollment_id AS "flowId", f.program_id AS "programId", f.weight, f.max_inflight AS "limit", f.inflight,
    f.last_finish AS "lastFinish", clip.id, clip.seq, clip.cost_seconds AS cost, clip.arrival, clip.start_tag AS "paidTag"
  FROM heads f
  CROSS JOIN LATERAL (
    SELECT g.id, g.seq, g.cost_seconds, g.arrival, g.start_tag FROM generation_generations g
    WHERE g.pool = $1 AND g.enrollment_id = f.enrollment_id AND g.state = 'queued'
      AND (g.not_before IS NULL OR g.not_before <= now())
    ORDER BY g.seq LIMIT least($3::int, f.max_inflight - f.inflight)
  ) clip
  ORDER BY clip.seq`;

/**
 * Caller: ReleaseService, before CATCH_UP: the artists of programme $2 who wait in pool $1.
 * Index: primary key; generation_generations_queue, one probe for each flow.
 * Twice: a lock only.
 */
export const LOCK_WAITING_FLOWS = `
  SELECT 1 FROM generation_flows f
  WHERE f.pool = $1 AND EXISTS (
    SELECT FROM generation_generations g
    WHERE g.pool = f.pool AND g.enrollment_id = f.enrollment_id AND g.state = 'queued' AND g.program_id = $2)
  ORDER BY f.enrollment_id FOR NO KEY UPDATE`;

/**
 * Caller: ReleaseService, under the locks of the pool and of LOCK_WAITING_FLOWS: catchUp of domain/fair-order.ts, to the
 * pool's present time $3.
 * Index: primary key; generation_generations_queue, one probe for each flow.
 * Twice: the second finds the first of them at the present time and moves nobody.
 */
export const CATCH_UP = `
  WITH heads AS MATERIALIZED (
    SELECT f.enrollment_id, head.arrival, head.start_tag, greatest(head.arrival, f.last_finish) AS tag
    FROM generation_flows f
    CROSS JOIN LATERAL (
      SELECT g.arrival, g.start_tag, g.program_id FROM generation_generations g
      WHERE g.pool = f.pool AND g.enrollment_id = f.enrollment_id AND g.state = 'queued'
        AND (g.not_before IS NULL OR g.not_before <= now())
      ORDER BY g.seq LIMIT 1
    ) head
    WHERE f.pool = $1 AND head.program_id = $2
  )
  UPDATE generation_flows f SET last_finish = CASE WHEN f.last_finish >= h.arrival
    THEN f.last_finish + greatest(0, $3::float8 - (SELECT min(tag) FROM heads WHERE start_tag IS NULL)) ELSE $3::float8 END
  FROM heads h WHERE f.pool = $1 AND f.enrollment_id = h.enrollment_id`;

/**
 * Caller: ReleaseService, before it changes any of them; $2 in any order, locked by name.
 * Index: primary key (pool, enrollment_id).
 * Twice: a lock only, with what is true under it.
 */
export const LOCK_FLOWS = `
  SELECT enrollment_id AS "flowId", weight, max_inflight AS "limit", inflight, last_finish AS "lastFinish"
  FROM generation_flows WHERE pool = $1 AND enrollment_id = ANY ($2::text[])
  ORDER BY enrollment_id FOR NO KEY UPDATE`;

/**
 * Caller: ReleaseService, under the locks of the flows: which of the picked clips wait still.
 * Index: primary key.
 * Twice: a lock only.
 */
export const LOCK_QUEUED = `
  SELECT id, key_id AS "keyId" FROM generation_generations WHERE id = ANY ($1::text[]) AND state = 'queued'
  ORDER BY id FOR NO KEY UPDATE`;

/**
 * Caller: ReleaseService, under the locks of pool, flows and clips. $1 pool, $2 and $3 clips with their start tags, $4 to
 * $6 their flows with what each has more under way and its last finish, $7 the time of the pool; the rest is the move.
 * Index: primary keys.
 * Twice: only clips that wait are moved; virtual time never falls.
 */
export const START = `
  WITH moved AS (
    UPDATE generation_generations g SET state = $10, attempt = g.attempt + 1, start_tag = w.tag, not_before = NULL
    FROM unnest($2::text[], $3::float8[]) AS w (id, tag) WHERE g.id = w.id AND g.state = $9 RETURNING g.id, g.attempt
  ), told AS (
    INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id) SELECT id, $8, $9, $10, $11 FROM moved
  ), charged AS (
    UPDATE generation_flows f SET inflight = f.inflight + w.more, last_finish = w.last_finish
    FROM unnest($4::text[], $5::int[], $6::float8[]) AS w (enrollment_id, more, last_finish)
    WHERE f.pool = $1 AND f.enrollment_id = w.enrollment_id
  ), timed AS (
    UPDATE generation_pools SET vtime = greatest(vtime, $7::float8) WHERE id = $1 AND vtime < $7::float8)
  SELECT id, attempt FROM moved`;

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
 * Caller: ReleaseService: artists of a pool who have throttled clips and room for one more.
 * Index: generation_generations_throttled, one probe for each artist who has any; generation_generations_open for the
 * count, which is no more than the cap.
 * Twice: reading only; UNTHROTTLE counts again under the locks.
 */
export const LIST_ROOM = `
  WITH RECURSIVE waiting AS (
    (SELECT enrollment_id FROM generation_generations WHERE pool = $1 AND state = 'throttled' ORDER BY enrollment_id LIMIT 1)
    UNION ALL
    SELECT (SELECT g.enrollment_id FROM generation_generations g
      WHERE g.pool = $1 AND g.state = 'throttled' AND g.enrollment_id > w.enrollment_id ORDER BY g.enrollment_id LIMIT 1)
    FROM waiting w WHERE w.enrollment_id IS NOT NULL
  )
  SELECT w.enrollment_id AS id FROM waiting w JOIN generation_flows f ON f.pool = $1 AND f.enrollment_id = w.enrollment_id
  WHERE (SELECT count(*) FROM generation_generations o
    WHERE o.enrollment_id = w.enrollment_id AND o.state IN ('queued', 'starting', 'processing', 'finishing')) < f.max_inflight`;

/**
 * Caller: ReleaseService, under the locks of the flows $2: each one's oldest throttled clips, as many as it has room for,
 * join the queue at the pool's present time. $3 to $6 are the move.
 * Index: generation_generations_throttled; generation_generations_open for the count.
 * Twice: what has joined is counted as under way.
 */
export const UNTHROTTLE = `
  WITH next AS MATERIALIZED (
    SELECT clip.id FROM unnest($2::text[]) AS w (enrollment_id)
    JOIN generation_flows f ON f.pool = $1 AND f.enrollment_id = w.enrollment_id
    CROSS JOIN LATERAL (
      SELECT f.max_inflight - count(*) AS room FROM generation_generations o
      WHERE o.enrollment_id = w.enrollment_id AND o.state IN ('queued', 'starting', 'processing', 'finishing')
    ) has
    CROSS JOIN LATERAL (
      SELECT g.id FROM generation_generations g
      WHERE g.pool = $1 AND g.enrollment_id = w.enrollment_id AND g.state = 'throttled'
      ORDER BY g.seq LIMIT greatest(0, has.room)
    ) clip
  ), moved AS (
    UPDATE generation_generations g SET state = $5, arrival = (SELECT vtime FROM generation_pools WHERE id = $1)
    FROM next WHERE g.id = next.id AND g.state = $4 RETURNING g.id
  )
  INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id) SELECT id, $3, $4, $5, $6 FROM moved`;

/**
 * Caller: DispatchService, before a round: whether there is anything to do in a pool.
 * Index: generation_generations_queue and _throttled; generation_workers is a handful of rows.
 * Twice: reading only.
 */
export const GLANCE = `
  SELECT EXISTS (SELECT FROM generation_generations WHERE pool = $1 AND state = 'queued') AS "hasQueued",
    EXISTS (SELECT FROM generation_generations WHERE pool = $1 AND state = 'throttled') AS "hasThrottled",
    EXISTS (SELECT FROM generation_workers WHERE pool = $1 AND kind = 'process'
      AND seen_at > now() - make_interval(secs => $2)) AS "hasProcess"`;

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
  SELECT g.id, g.enrollment_id AS "enrollmentId", g.program_id AS "programId", g.state, g.seq, g.cost_seconds AS "costSeconds", g.arrival,
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
