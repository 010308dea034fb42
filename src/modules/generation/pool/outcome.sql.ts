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
 * Caller: SuccessService.succeed, a statement that is a transaction of its own, for a group.
 * Index: primary keys.
 * Twice: only clips that are being finished under the lease that comes with them are delivered.
 */
export const DELIVER = `SELECT * FROM generation_deliver($1::jsonb, $2, $3::text[])`;
