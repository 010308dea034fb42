/**
 * Caller: LifecycleService.create.
 * Index: program_programs_slug_key.
 * Twice: the second insert of a slug returns no row and is refused.
 */
export const INSERT_PROGRAM = `
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (slug) DO NOTHING RETURNING id`;

/**
 * Caller: every move of a programme and every publication.
 * Index: primary key.
 * Twice: publications of one programme take turns, so that numbers have no gap; NO KEY lets rows of others refer to it.
 */
export const LOCK_PROGRAM = `SELECT id FROM program_programs WHERE id = $1 FOR NO KEY UPDATE`;
