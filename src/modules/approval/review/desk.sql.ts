/**
 * Caller: DeskRepository.find.
 * Index: primary key.
 * Twice: reading only.
 */
export const FIND_DESK = `SELECT settings FROM approval_desks WHERE person_id = $1`;

/**
 * Caller: DeskRepository.keep.
 * Index: primary key.
 * Twice: the last settings count.
 */
export const KEEP_DESK = `
  INSERT INTO approval_desks (person_id, settings) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET settings = EXCLUDED.settings, updated_at = now()`;
