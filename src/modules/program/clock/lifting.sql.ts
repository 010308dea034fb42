/**
 * Caller: LiftingRepository.listSecrecy, once a minute; draft programmes bind nobody.
 * Index: program_versions_program_id_kind_version_key, program_liftings_pkey; tens of versions in all.
 * Twice: reading only.
 */
export const LIST_SECRECY = `
  SELECT v.id AS "termsId", v.program_id AS "programId", v.content, p.ends_at AS "endsAt", p.released_at AS "releasedAt",
    ARRAY(SELECT l.clause_id FROM program_liftings l WHERE l.terms_id = v.id) AS lifted
  FROM program_versions v JOIN program_programs p ON p.id = v.program_id
  WHERE v.kind = 'terms' AND p.state <> 'draft' AND v.effective_at <= now()`;

/**
 * Caller: LiftingService.lift, in the transaction of its event.
 * Index: program_liftings_pkey.
 * Twice: the second insert touches no row, and tells nobody.
 */
export const INSERT_LIFTING = `
  INSERT INTO program_liftings (program_id, terms_id, clause_id, because, ended_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (terms_id, clause_id) DO NOTHING`;
