/**
 * Caller: ApplicationService.apply.
 * Index: enrollment_applications_program_id_person_id_key.
 * Twice: the second insert of a person and programme touches no row and is refused.
 */
export const INSERT_APPLICATION = `
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (program_id, person_id) DO NOTHING`;

/**
 * Caller: every move of an application.
 * Index: primary key.
 * Twice: moves of one application take turns; NO KEY lets the enrollment refer to it.
 */
export const LOCK_APPLICATION = `SELECT id FROM enrollment_applications WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: SweepService, to ask which of these programmes are over.
 * Index: enrollment_applications_state.
 * Twice: reading only.
 */
export const LIST_PROGRAMS_WITH_DRAFTS = `
  SELECT DISTINCT program_id AS "programId" FROM enrollment_applications WHERE state = 'draft'`;

/**
 * Caller: SweepService, at most 500 a round.
 * Index: enrollment_applications_state.
 * Twice: reading only; each move decides again under the lock of its row.
 */
export const LIST_DRAFTS = `
  SELECT id FROM enrollment_applications WHERE state = 'draft' AND program_id = ANY ($1::text[]) ORDER BY id LIMIT 500`;
