/**
 * Caller: LineService. $1: a pool or null for all, $2: how many artists. Those who have waited longest come first.
 * Index: generation_generations_queue and _throttled, each read for what waits.
 * Twice: reading only.
 */
export const LIST_LINE = `
  SELECT f.pool, f.enrollment_id AS "enrollmentId", f.inflight AS "underWay", f.weight, f.max_inflight AS concurrency,
    waits.queued, waits.throttled, waits.seconds AS "waitingSeconds", waits.credits, waits.oldest AS "oldestAt",
    (count(*) OVER ())::int AS total
  FROM (
    SELECT pool, enrollment_id, (count(*) FILTER (WHERE state = 'queued'))::int AS queued,
      (count(*) FILTER (WHERE state = 'throttled'))::int AS throttled, sum(cost_seconds)::float8 AS seconds,
      sum(credits)::bigint AS credits, min(created_at) AS oldest
    FROM (
      SELECT pool, enrollment_id, state, cost_seconds, credits, created_at FROM generation_generations
      WHERE state = 'queued' AND ($1::text IS NULL OR pool = $1)
      UNION ALL
      SELECT pool, enrollment_id, state, cost_seconds, credits, created_at FROM generation_generations
      WHERE state = 'throttled' AND ($1::text IS NULL OR pool = $1)
    ) clips GROUP BY pool, enrollment_id
  ) waits JOIN generation_flows f ON f.pool = waits.pool AND f.enrollment_id = waits.enrollment_id
  ORDER BY waits.oldest, f.enrollment_id, f.pool LIMIT $2`;
