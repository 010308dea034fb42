/**
 * Caller: KeeperRateRepository.rates. $1: a person, or null for everybody. Attempts are clips that were tried: what was
 * canceled or never started is none.
 * Index: generation_generations_attempts, for everybody read whole.
 * Twice: reading only.
 */
export const KEEPER_RATES = `
  SELECT CASE grouping(person_id, style, model) WHEN 3 THEN 'artist' WHEN 5 THEN 'style' WHEN 6 THEN 'model' ELSE 'all' END AS by,
    coalesce(person_id, style, model) AS key, count(*)::int AS attempts, (count(*) FILTER (WHERE is_keeper))::int AS keepers,
    coalesce(sum(extract(epoch FROM finished_at - started_at)), 0)::float8 / 60 AS minutes,
    coalesce(sum(credits) FILTER (WHERE state = 'succeeded'), 0)::bigint AS credits
  FROM (
    SELECT person_id, style, coalesce(model, 'unknown') AS model, state, is_keeper, credits, started_at, finished_at
    FROM generation_generations
    WHERE finished_at IS NOT NULL AND state IN ('succeeded', 'failed', 'refused', 'aborted')
      AND ($1::text IS NULL OR person_id = $1)
  ) tried
  GROUP BY GROUPING SETS ((person_id), (style), (model), ())
  ORDER BY 1, attempts DESC, 2 LIMIT 1000`;

/**
 * Caller: KeeperRateRepository.projects: the project names of one person, the one used last first.
 * Index: generation_generations_project.
 * Twice: reading only.
 */
export const LIST_PROJECTS = `
  SELECT project AS name, count(*)::int AS clips, (count(*) FILTER (WHERE is_keeper))::int AS keepers,
    max(created_at) AS "lastAt"
  FROM generation_generations WHERE person_id = $1 AND project IS NOT NULL
  GROUP BY project ORDER BY max(id) DESC LIMIT 500`;
