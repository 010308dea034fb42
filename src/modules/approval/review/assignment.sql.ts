/**
 * Caller: AssignmentRepository.freeFrom, when a conflict is declared or a submission passed on.
 * Index: approval_submissions_assigned (assigned_to, …).
 * Twice: the second finds nothing.
 */
export const FREE_FROM = `
  UPDATE approval_submissions SET assigned_to = NULL, assigned_by = NULL, updated_at = now()
  WHERE assigned_to = $1 AND person_id = $2 RETURNING id`;

/**
 * Caller: AssignmentRepository.declared: which of these reviewers declared a conflict with this artist.
 * Index: approval_conflicts_pair (reviewer_id, artist_id) where it stands.
 * Twice: reading only.
 */
export const DECLARED = `
  SELECT reviewer_id AS id FROM approval_conflicts
  WHERE artist_id = $1 AND reviewer_id = ANY ($2::text[]) AND withdrawn_at IS NULL`;
