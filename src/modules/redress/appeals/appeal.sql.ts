/**
 * Caller: AppealsService.hasOpen, before something of the same subjects is opened. $1 subjects.
 * Index: redress_appeals_subject.
 * Twice: reading only. An appeal that succeeded and is not restored yet counts as open: there must be room for it.
 */
export const HAS_OPEN_APPEAL = `
  SELECT 1 FROM redress_appeals WHERE subject_id = ANY ($1::text[]) AND (state IN ('filed', 'in_review')
    OR (state IN ('overturned', 'partly_overturned') AND restored_at IS NULL)) LIMIT 1`;

/**
 * Caller: AppealRepository.listOpen. $1 reader, $2 $3 position or null, $4 limit, $5 kinds that the reader may hear.
 * Index: redress_appeals_open.
 * Twice: reading only.
 */
export const LIST_OPEN_APPEALS = `
  SELECT id FROM redress_appeals
  WHERE state IN ('filed', 'in_review') AND appellant_id <> $1 AND kind = ANY ($5::text[])
    AND NOT EXISTS (SELECT 1 FROM redress_participants p WHERE p.statement_id = redress_appeals.statement_id AND p.person_id = $1)
    AND ($2::timestamptz IS NULL OR (due_at, id) > ($2, $3::text))
  ORDER BY due_at, id LIMIT $4`;

/**
 * Caller: RedressNumbersService. $1 programme or null.
 * Index: none; one pass, for a report that is read rarely.
 * Twice: reading only.
 */
export const COUNT_APPEALS = `
  SELECT kind, state, count(*)::int AS count, (count(*) FILTER (WHERE coalesce(closed_at, now()) > due_at))::int AS late
  FROM redress_appeals WHERE $1::text IS NULL OR program_id = $1 GROUP BY kind, state`;
