/**
 * Caller: VersionRepository.listInForce, for one page of programmes.
 * Index: program_versions_program_id_kind_version_key, read backwards.
 * Twice: reading only.
 */
export const LIST_IN_FORCE = `
  SELECT DISTINCT ON (program_id, kind)
    id, program_id AS "programId", kind, version, hash, content, published_by AS "publishedBy", published_at AS "publishedAt"
  FROM program_versions WHERE program_id = ANY ($1::text[]) ORDER BY program_id, kind, version DESC`;

/**
 * Caller: VersionRepository.list. Newest first over the four kinds; the time part of an id (after its prefix) orders them.
 * Index: program_versions_program_id_kind_version_key; a programme has tens of versions, they are sorted in memory.
 * Twice: reading only.
 */
export const LIST_VERSIONS = `
  SELECT id, kind, version, hash, published_at AS "publishedAt", substr(id, 5) AS made,
    version = max(version) OVER (PARTITION BY kind) AS "isInForce"
  FROM program_versions WHERE program_id = $1 ORDER BY substr(id, 5) DESC`;

/**
 * Caller: VersionRepository.insert, under the lock of the programme.
 * Index: program_versions_program_id_kind_version_key.
 * Twice: the unique number admits one; without the lock the second would fail and publish nothing.
 */
export const INSERT_VERSION = `
  INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING published_at AS "publishedAt"`;
