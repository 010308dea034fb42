/**
 * Caller: ProvenanceRepository.findByHash, for anybody who holds a file or its hash.
 * Index: generation_provenance_hash; generation_files_hash.
 * Twice: reading only. A clip whose file is no longer kept is still known by its hash.
 */
export const FIND_BY_HASH = `
  SELECT generation_id AS "generationId" FROM generation_provenance WHERE sha256 = $1
  UNION ALL
  SELECT generation_id FROM generation_files WHERE sha256 = $1
  LIMIT 1`;

/**
 * Caller: FileCheckService, each night.
 * Index: generation_provenance_oldest; the primary key of generation_files.
 * Twice: reading only. A file that two samplers look at is looked at twice, which harms nobody.
 */
export const LIST_OLDEST = `
  SELECT p.generation_id AS "generationId", f.key, p.sha256, p.manifest
  FROM generation_provenance p JOIN generation_files f ON f.generation_id = p.generation_id AND f.kind = 'video'
  ORDER BY p.verified_at NULLS FIRST, p.generation_id LIMIT $1`;

/**
 * Caller: FileCheckService.list, for the page of staff.
 * Index: generation_file_checks_bad, or the primary key.
 * Twice: reading only.
 */
export const LIST_CHECKS = `
  SELECT id, generation_id AS "generationId", outcome, detail, checked_at AS "checkedAt"
  FROM generation_file_checks
  WHERE ($1::boolean IS NOT TRUE OR outcome <> 'ok') AND ($2::text IS NULL OR id < $2)
  ORDER BY id DESC LIMIT $3`;

/**
 * Caller: FileCheckService.list.
 * Index: the primary key, whose ids begin with the time they were made: only the last 30 days are read.
 * Twice: reading only.
 */
export const SUM_CHECKS = `
  SELECT outcome, count(*)::int AS count, max(checked_at) AS last
  FROM generation_file_checks WHERE id >= $1 GROUP BY outcome ORDER BY outcome`;

/**
 * Caller: CreditLineService.set.
 * Index: the primary key.
 * Twice: the second one writes the same name.
 */
export const SET_CREDIT_LINE = `
  INSERT INTO generation_credit_lines (enrollment_id, name) VALUES ($1, $2)
  ON CONFLICT (enrollment_id) DO UPDATE SET name = excluded.name, updated_at = now()`;

/**
 * Caller: ProvenanceRepository.shape, when a work is made of a clip.
 * Index: the primary keys.
 * Twice: reading only.
 */
export const SHAPE_OF = `
  SELECT g.width, g.height, g.fps, g.seconds, p.source_type AS "sourceType"
  FROM generation_generations g LEFT JOIN generation_provenance p ON p.generation_id = g.id WHERE g.id = $1`;
