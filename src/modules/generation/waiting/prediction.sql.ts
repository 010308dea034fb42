/**
 * Caller: PredictionRepository.record: what was said of clips that have not ended, all at once.
 * Index: primary key of generation_generations; generation_predictions_first, _of.
 * Twice: one first prediction for each clip; asking again within ten seconds is the same prediction.
 */
export const RECORD_PREDICTIONS = `
  INSERT INTO generation_predictions
    (generation_id, cause, position, start_p50, start_p90, finish_p50, finish_p90, started_at)
  SELECT said.id, $2, said.position, said.start_p50, said.start_p90, said.finish_p50, said.finish_p90,
    CASE WHEN g.state IN ('processing', 'finishing') THEN g.started_at END
  FROM unnest($1::text[], $3::int[], $4::float8[], $5::float8[], $6::float8[], $7::float8[])
    AS said (id, position, start_p50, start_p90, finish_p50, finish_p90)
  JOIN generation_generations g ON g.id = said.id
    AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
  WHERE $2 = 'submit' OR NOT EXISTS (
    SELECT FROM generation_predictions p
    WHERE p.generation_id = said.id AND p.cause = 'request' AND p.at > now() - interval '10 seconds')
  ON CONFLICT (generation_id) WHERE cause = 'submit' DO NOTHING`;

/**
 * Caller: PredictionService.onStart, with the move to processing.
 * Index: generation_predictions_of.
 * Twice: the first start counts; what was said after it is left alone.
 */
export const FILL_START = `
  UPDATE generation_predictions SET started_at = now() WHERE generation_id = $1 AND started_at IS NULL`;

/**
 * Caller: ForecastService, every second or so: clips made since $1 (an id) of which nothing was said yet.
 * Index: primary key from $1 on; generation_predictions_first.
 * Twice: reading only.
 */
export const LIST_UNSAID = `
  SELECT g.id, g.pool FROM generation_generations g
  WHERE g.id > $1 AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
    AND NOT EXISTS (SELECT FROM generation_predictions p WHERE p.generation_id = g.id AND p.cause = 'submit')`;

/**
 * Caller: PoolStateService: clips submitted since $2 (an id), as an example of what is to come.
 * Index: primary key from $2 on.
 * Twice: reading only.
 */
export const LIST_EXAMPLES = `
  SELECT enrollment_id AS "flowId", program_id AS "programId", extract(epoch FROM clock_timestamp() - created_at)::float8 AS "agoSeconds",
    cost_seconds AS cost, provider, resolution, seconds
  FROM generation_generations WHERE pool = $1 AND id > $2 ORDER BY id DESC LIMIT 5000`;

/**
 * Caller: PaceRepository.learn, inside the transaction of a success.
 * Index: primary key.
 * Twice: a lock and a reading.
 */
export const LOCK_PACE = `
  SELECT mean, variance, samples FROM generation_paces
  WHERE provider = $1 AND model = $2 AND resolution = $3 AND seconds = $4 FOR NO KEY UPDATE`;

/**
 * Caller: PaceRepository.learn, where a kind of clip was made for the first time.
 * Index: primary key.
 * Twice: makes an empty row or nothing.
 */
export const ENTER_PACE = `
  INSERT INTO generation_paces (provider, model, resolution, seconds) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

/**
 * Caller: PaceRepository.learn, under the lock of the row; what is written comes from domain/pace.ts.
 * Index: primary key.
 * Twice: writes the same again.
 */
export const SAVE_PACE = `
  UPDATE generation_paces SET mean = $5, variance = $6, samples = $7, updated_at = now()
  WHERE provider = $1 AND model = $2 AND resolution = $3 AND seconds = $4`;

/**
 * Caller: AccuracyService. $1: days back. First predictions only, those of clips that came to start or finish.
 * Index: generation_predictions_day.
 * Twice: reading only.
 */
export const ETA_ACCURACY = `
  WITH told AS (
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, start_p50, start_p90, finish_p50, finish_p90,
      CASE WHEN start_p90 IS NOT NULL THEN extract(epoch FROM started_at - at)::float8 END AS start,
      extract(epoch FROM finished_at - at)::float8 AS finish, is_missed
    FROM generation_predictions WHERE cause = 'submit' AND at > now() - make_interval(days => $1)
  )
  SELECT day, count(*)::int AS predictions,
    count(start)::int AS starts, count(*) FILTER (WHERE start <= start_p90)::int AS "startsWithin",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(start - start_p50)) AS "startErrorSeconds",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(start - start_p50) / start) FILTER (WHERE start >= 60) AS "startError",
    count(finish)::int AS finishes, count(*) FILTER (WHERE NOT is_missed)::int AS "finishesWithin",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(finish - finish_p50)) AS "finishErrorSeconds",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(finish - finish_p50) / finish) FILTER (WHERE finish >= 1) AS "finishError"
  FROM told GROUP BY GROUPING SETS ((day), ()) ORDER BY day NULLS FIRST`;
