/**
 * Caller: BriefRepository.list, with every page of clips.
 * Index: primary keys.
 * Twice: reading only.
 */
export const LIST_BRIEFS = `
  SELECT b.batch_id AS "batchId", b.style_id AS "styleId", s.version AS "styleVersion", b.parent_id AS "parentId",
    b.reference_id AS "referenceId", b.route, b.unhonoured
  FROM generation_briefs b LEFT JOIN generation_styles s ON s.id = b.style_id WHERE b.batch_id = ANY ($1::text[])`;

/**
 * Caller: BriefRepository.lineage: from $1 up to where it began, then everything below, at most 200 of person $2.
 * Index: primary keys; generation_generations_promoted, generation_briefs_parent, generation_generations_batch.
 * Twice: reading only.
 */
export const LINEAGE = `
  WITH RECURSIVE up AS (
    SELECT g.id, coalesce(g.promoted_from, b.parent_id) AS parent, 0 AS depth
    FROM generation_generations g LEFT JOIN generation_briefs b ON b.batch_id = g.batch_id
    WHERE g.id = $1 AND g.person_id = $2
    UNION ALL
    SELECT g.id, coalesce(g.promoted_from, b.parent_id), up.depth + 1
    FROM up JOIN generation_generations g ON g.id = up.parent AND g.person_id = $2
    LEFT JOIN generation_briefs b ON b.batch_id = g.batch_id WHERE up.depth < 100
  ), down AS (
    (SELECT up.id, NULL::text AS parent, 'origin' AS kind, 0 AS depth FROM up ORDER BY up.depth DESC LIMIT 1)
    UNION ALL
    SELECT child.id, down.id, child.kind, down.depth + 1
    FROM down CROSS JOIN LATERAL (
      SELECT g.id, 'final' AS kind FROM generation_generations g WHERE g.promoted_from = down.id AND g.person_id = $2
      UNION ALL
      SELECT g.id, 'remix' FROM generation_briefs b JOIN generation_generations g ON g.batch_id = b.batch_id
      WHERE b.parent_id = down.id AND g.promoted_from IS NULL AND g.person_id = $2
    ) child WHERE down.depth < 100
  )
  SELECT id, parent AS "parentId", kind FROM down ORDER BY id LIMIT 200`;
