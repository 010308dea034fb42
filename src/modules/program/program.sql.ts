/**
 * Caller: LifecycleService.create.
 * Index: program_programs_slug_key.
 * Twice: the second insert of a slug returns no row and is refused.
 */
export const INSERT_PROGRAM = `
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state,
    owner_id, applications_until, decisions_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (slug) DO NOTHING RETURNING id`;

/**
 * Caller: every move of a programme and every publication.
 * Index: primary key.
 * Twice: publications of one programme take turns, so that numbers have no gap; NO KEY lets rows of others refer to it.
 */
export const LOCK_PROGRAM = `SELECT id FROM program_programs WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: PlanService.change, under LOCK_PROGRAM.
 * Index: primary key.
 * Twice: the revision in the condition admits one change of what was read.
 */
export const CHANGE_PLAN = `
  UPDATE program_programs SET name = $3, model = $4, starts_at = $5, ends_at = $6, capacity = $7, applications_until = $8,
    decisions_by = $9, released_at = $10, revision = revision + 1, updated_at = now()
  WHERE id = $1 AND revision = $2`;

/**
 * Caller: PlanService.change, in the transaction of CHANGE_PLAN: what was in force until now.
 * Index: program_plans_history_pkey.
 * Twice: a revision is kept once.
 */
export const KEEP_PLAN = `
  INSERT INTO program_plans_history (program_id, revision, content, actor_id) VALUES ($1, $2, $3, $4)`;
