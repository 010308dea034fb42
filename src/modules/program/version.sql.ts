/**
 * Caller: VersionRepository.listInForce, for one page of programmes.
 * Index: program_versions_program_id_kind_version_key, read backwards.
 * Twice: reading only.
 */
export const LIST_IN_FORCE = `
  SELECT DISTINCT ON (program_id, kind, cohort_id)
    id, program_id AS "programId", kind, version, hash, content, published_by AS "publishedBy", published_at AS "publishedAt",
    effective_at AS "effectiveAt", is_material AS "isMaterial", cohort_id AS "cohortId"
  FROM program_versions WHERE program_id = ANY ($1::text[]) AND effective_at <= now()
  ORDER BY program_id, kind, cohort_id, version DESC`;

/**
 * Caller: VersionRepository.list. Newest first over all kinds; the time part of an id (after its prefix) orders them.
 * Index: program_versions_program_id_kind_version_key; a programme has tens of versions, they are sorted in memory.
 * Twice: reading only.
 */
export const LIST_VERSIONS = `
  SELECT id, kind, version, hash, published_at AS "publishedAt", effective_at AS "effectiveAt", is_material AS "isMaterial",
    cohort_id AS "cohortId", published_by AS "publishedBy", substr(id, 5) AS made,
    version IS NOT DISTINCT FROM max(version) FILTER (WHERE effective_at <= now()) OVER (PARTITION BY kind, cohort_id)
      AS "isInForce"
  FROM program_versions WHERE program_id = $1 ORDER BY substr(id, 5) DESC`;

/**
 * Caller: VersionRepository.insert, under the lock of the programme.
 * Index: program_versions_program_id_kind_version_key.
 * Twice: the unique number admits one; without the lock the second would fail and publish nothing.
 */
export const INSERT_VERSION = `
  INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by, cohort_id, is_material, effective_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, greatest(now(), coalesce($10::timestamptz, now())))
  RETURNING published_at AS "publishedAt", effective_at AS "effectiveAt"`;

/**
 * Caller: PolicyService.concurrency, with every round of releases.
 * Index: program_versions_capped, empty where no programme has ever had a cap; program_versions_program_id_kind_version_key.
 * Twice: reading only.
 */
export const LIST_CONCURRENCY = `
  SELECT capped.program_id AS "programId", now_in_force.clips
  FROM (SELECT DISTINCT program_id FROM program_versions WHERE kind = 'quota_plan' AND content ? 'programConcurrency') capped
  CROSS JOIN LATERAL (
    SELECT (v.content->>'programConcurrency')::int AS clips FROM program_versions v
    WHERE v.program_id = capped.program_id AND v.kind = 'quota_plan' AND v.cohort_id IS NULL AND v.effective_at <= now()
    ORDER BY v.version DESC LIMIT 1
  ) now_in_force
  WHERE now_in_force.clips IS NOT NULL`;

/**
 * Caller: VersionRepository.listTerms, for what governs an artist.
 * Index: program_versions_program_id_kind_version_key.
 * Twice: reading only.
 */
export const LIST_TERMS = `
  SELECT id, program_id AS "programId", version, hash, published_at AS "publishedAt", effective_at AS "effectiveAt",
    is_material AS "isMaterial"
  FROM program_versions WHERE program_id = ANY ($1::text[]) AND kind = 'terms' ORDER BY version`;

/**
 * Caller: PolicyService.makers, before somebody rules on a question.
 * Index: primary key, program_versions_program_id_kind_version_key, program_programs_history_subject.
 * Twice: reading only.
 */
export const LIST_MAKERS = `
  SELECT owner_id AS id FROM program_programs WHERE id = $1 AND owner_id IS NOT NULL
  UNION SELECT published_by FROM program_versions WHERE program_id = $1
  UNION SELECT actor_id FROM program_programs_history WHERE subject_id = $1`;

/**
 * Caller: VersionRepository.listRetention, by each sweep of the bin.
 * Index: program_versions_program_id_kind_version_key.
 * Twice: reading only.
 */
export const LIST_RETENTION = `
  SELECT p.id AS "programId", v.version, v.content FROM program_programs p LEFT JOIN LATERAL (
    SELECT version, content FROM program_versions
    WHERE program_id = p.id AND kind = 'retention_policy' AND effective_at <= now() ORDER BY version DESC LIMIT 1
  ) v ON true`;
