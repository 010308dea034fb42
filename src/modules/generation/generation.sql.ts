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
