/**
 * Caller: FarewellRepository.list.
 * Index: the primary key.
 * Twice: reading only.
 */
export const LIST_FAREWELLS = `
  SELECT program_id AS "programId", choice, left_at AS "leftAt" FROM approval_farewells WHERE person_id = $1 ORDER BY program_id`;

/**
 * Caller: FarewellService.choose; the row is held until the choice is applied.
 * Index: the primary key.
 * Twice: reading only.
 */
export const FIND_FAREWELL = `
  SELECT program_id AS "programId", choice, left_at AS "leftAt" FROM approval_farewells
  WHERE person_id = $1 AND program_id = $2 FOR UPDATE`;

/**
 * Caller: FarewellService.choose.
 * Index: the primary key.
 * Twice: the second one writes the same choice.
 */
export const CHOOSE_FAREWELL = `
  INSERT INTO approval_farewells (person_id, program_id, choice) VALUES ($1, $2, $3)
  ON CONFLICT (person_id, program_id) DO UPDATE SET choice = excluded.choice, chosen_at = now()`;

/**
 * Caller: FarewellService.leave, when an enrollment ends.
 * Index: the primary key.
 * Twice: the first moment stays.
 */
export const MARK_LEFT = `
  INSERT INTO approval_farewells (person_id, program_id, choice, left_at) VALUES ($1, $2, 'keep_name', now())
  ON CONFLICT (person_id, program_id) DO UPDATE SET left_at = coalesce(approval_farewells.left_at, now())
  RETURNING choice`;
