/**
 * Caller: SuccessService.finish, a statement that is a transaction of its own, for a group: $1 clips, $2 their fences, $3
 * the checksums of files that remote workers have uploaded, the rest is the move to finishing.
 * Index: primary keys. Generations are locked by their names; who moves one of them elsewhere holds no other meanwhile.
 * Twice: no row for a clip that is not processing, or whose lease is another one: the caller looks why.
 */
export const FINISH = `
  WITH due AS MATERIALIZED (
    SELECT g.id, w.fence, w.sha256 FROM unnest($1::text[], $2::bigint[], $3::text[]) AS w (id, fence, sha256)
    JOIN generation_generations g ON g.id = w.id AND g.state = $5
    ORDER BY g.id FOR NO KEY UPDATE OF g
  ), held AS (
    UPDATE generation_leases l SET upload_sha256 = coalesce(due.sha256, l.upload_sha256) FROM due
    WHERE l.generation_id = due.id AND l.fence = due.fence AND l.ended_at IS NULL RETURNING l.generation_id
  ), moved AS (
    UPDATE generation_generations g SET state = $6, progress = 990 FROM held WHERE g.id = held.generation_id
  )
  INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT generation_id, $4, $5, $6, $7 FROM held RETURNING subject_id AS id`;

/**
 * Caller: SuccessService, first statement of a group.
 * Index: primary keys.
 * Twice: a lock only, by name, as everybody who needs several flows does.
 */
export const LOCK_FLOWS_OF = `
  SELECT 1 FROM generation_flows
  WHERE (pool, enrollment_id) IN (SELECT g.pool, g.enrollment_id FROM generation_generations g WHERE g.id = ANY ($1::text[]))
  ORDER BY pool, enrollment_id FOR NO KEY UPDATE`;

/**
 * Caller: SuccessService, under the locks of the flows: the clips of a group whose lease is the one in force.
 * Index: primary keys.
 * Twice: a lock and a reading.
 */
export const LOCK_HELD = `
  SELECT g.id, g.enrollment_id AS "enrollmentId", g.program_id AS "programId", g.person_id AS "personId", g.key_id AS "keyId",
    g.state, g.credits, g.created_at AS "createdAt", g.started_at AS "startedAt", g.cost_seconds AS "costSeconds", g.faults,
    g.provider, g.resolution, g.seconds
  FROM unnest($1::text[], $2::bigint[]) AS w (id, fence)
  JOIN generation_generations g ON g.id = w.id
  JOIN generation_leases l ON l.generation_id = g.id AND l.fence = w.fence AND l.ended_at IS NULL
  ORDER BY g.id FOR NO KEY UPDATE OF g, l`;

/**
 * Caller: SuccessService, under the locks of flows, clips and leases. $1 and $2 clips with their models, $3 to $6 the move,
 * $7 to $12 their files. Frees the places, corrects the accounts of the flows to the time that was taken, ends the leases
 * and counts for the workers that had them.
 * Index: primary keys; workers are locked by name.
 * Twice: only clips that are being finished are moved, and a file has one row.
 */
export const DELIVER = `
  WITH moved AS (
    UPDATE generation_generations g SET state = $5, progress = 1000, model = w.model, finished_at = now()
    FROM unnest($1::text[], $2::text[]) AS w (id, model) WHERE g.id = w.id AND g.state = $4
    RETURNING g.id, g.pool, g.enrollment_id, g.cost_seconds, g.started_at
  ), told AS (
    INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id) SELECT id, $3, $4, $5, $6 FROM moved
  ), shifted AS (
    UPDATE generation_flows f SET inflight = f.inflight - m.clips, last_finish = greatest(0, f.last_finish + m.excess / f.weight)
    FROM (
      SELECT pool, enrollment_id, count(*)::int AS clips,
        sum(coalesce(extract(epoch FROM clock_timestamp() - started_at), 0)::float8 - cost_seconds) AS excess
      FROM moved GROUP BY pool, enrollment_id) m
    WHERE f.pool = m.pool AND f.enrollment_id = m.enrollment_id
  ), ended AS (
    UPDATE generation_leases l SET ended_at = now() FROM moved WHERE l.generation_id = moved.id AND l.ended_at IS NULL
    RETURNING l.worker
  ), makers AS MATERIALIZED (
    SELECT id FROM generation_workers WHERE kind = 'remote' AND id IN (SELECT worker FROM ended)
    ORDER BY id FOR NO KEY UPDATE
  ), counted AS (
    UPDATE generation_workers v SET done = v.done + e.clips
    FROM (SELECT worker, count(*)::int AS clips FROM ended GROUP BY worker) e JOIN makers ON makers.id = e.worker
    WHERE v.id = e.worker
  )
  INSERT INTO generation_files (generation_id, kind, key, sha256, bytes, content_type)
  SELECT * FROM unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::text[])`;
