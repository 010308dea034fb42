/**
 * Caller: GenerationRepository.countOpen, when room is made, under the lock of the artist's flow.
 * Index: generation_generations_open.
 * Twice: reading only. At submit generation_submit counts the same.
 */
export const COUNT_OPEN = `
  SELECT count(*) FILTER (WHERE state <> 'throttled')::int AS active, count(*)::int AS open
  FROM generation_generations
  WHERE enrollment_id = $1 AND state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')`;

/**
 * Caller: LiveService, four times a second while somebody watches.
 * Index: generation_generations_changed (person_id, revision).
 * Twice: reading only. A transaction may commit a lower revision late, hence the overlap; the caller leaves out repeats.
 */
export const LIST_CHANGED = `
  SELECT id, person_id AS "personId", revision FROM generation_generations
  WHERE person_id = ANY ($1::text[]) AND revision > $2::bigint - 10000
    AND (revision > $2::bigint OR updated_at > clock_timestamp() - make_interval(secs => $3))
  ORDER BY revision LIMIT 2000`;
