/**
 * Caller: KeeperRateRepository.rates. Attempts are clips that were tried: what was canceled or never started is none. $1 a
 * person, $2 a programme, $3 a project, $4 a style, $5 a model, $6 days back: null for all; $7 where each band of prompt
 * lengths begins. Of each way of counting the 500 with most attempts; bands by their number, from 1.
 * Index: generation_generations_attempts, for everybody read whole.
 * Twice: reading only.
 */
export const KEEPER_RATES = `
  SELECT by, key, attempts, keepers, minutes, credits FROM (
    SELECT CASE grouping(person_id, style, model, band)
        WHEN 7 THEN 'artist' WHEN 11 THEN 'style' WHEN 13 THEN 'model' WHEN 14 THEN 'band' ELSE 'all' END AS by,
      coalesce(person_id, style, model, band::text) AS key, count(*)::int AS attempts,
      (count(*) FILTER (WHERE is_keeper))::int AS keepers,
      coalesce(sum(extract(epoch FROM finished_at - started_at)), 0)::float8 / 60 AS minutes,
      coalesce(sum(credits) FILTER (WHERE state = 'succeeded'), 0)::bigint AS credits,
      row_number() OVER (PARTITION BY grouping(person_id, style, model, band)
        ORDER BY count(*) DESC, coalesce(person_id, style, model, band::text)) AS place
    FROM (
      SELECT person_id, style, coalesce(model, 'unknown') AS model, width_bucket(char_length(prompt), $7::int[]) AS band,
        state, is_keeper, credits, started_at, finished_at
      FROM generation_generations
      WHERE finished_at IS NOT NULL AND state IN ('succeeded', 'failed', 'refused', 'aborted')
        AND ($1::text IS NULL OR person_id = $1) AND ($2::text IS NULL OR program_id = $2)
        AND ($3::text IS NULL OR project = $3) AND ($4::text IS NULL OR style = $4)
        AND ($5::text IS NULL OR coalesce(model, 'unknown') = $5)
        AND ($6::int IS NULL OR finished_at > now() - make_interval(days => $6))
    ) tried
    GROUP BY GROUPING SETS ((person_id), (style), (model), (band), ())
  ) counted
  WHERE place <= 500 ORDER BY by, place`;

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
