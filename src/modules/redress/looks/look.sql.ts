/**
 * Caller: GuardService.protect, in the transaction of the protected act.
 * Index: primary key (kind, source_id).
 * Twice: the second one does nothing.
 */
export const INSERT_PROTECTED = `
  INSERT INTO redress_protected_acts (person_id, kind, source_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

/**
 * Caller: LookRepository.listOpen. $1 reader, $2 $3 position or null, $4 limit.
 * Index: redress_looks_open.
 * Twice: reading only.
 */
export const LIST_OPEN_LOOKS = `
  SELECT l.id FROM redress_looks l JOIN redress_statements s ON s.id = l.statement_id
  WHERE l.state = 'open' AND s.person_id <> $1
    AND ($2::timestamptz IS NULL OR (l.due_at, l.id) > ($2, $3::text))
  ORDER BY l.due_at, l.id LIMIT $4`;

/**
 * Caller: the sweep. Only what waits for a verdict before it takes effect; what has taken effect stays open and late.
 * Index: redress_looks_open.
 * Twice: each is locked and decided again.
 */
export const LIST_OVERDUE_LOOKS = `
  SELECT id FROM redress_looks WHERE state = 'open' AND timing = 'before' AND due_at <= now() ORDER BY due_at LIMIT 200`;

/**
 * Caller: LookNumbersService. $1 programme or null.
 * Index: none; one pass, for a report that is read rarely.
 * Twice: reading only.
 */
export const COUNT_LOOKS = `
  SELECT state, timing, count(*)::int AS count FROM redress_looks
  WHERE $1::text IS NULL OR program_id = $1 GROUP BY state, timing`;
