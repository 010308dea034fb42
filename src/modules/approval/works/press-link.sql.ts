/**
 * Caller: PressLinkRepository.countOpen, for lists of one's own works.
 * Index: approval_press_links_submission.
 * Twice: reading only.
 */
export const COUNT_OPEN_LINKS = `
  SELECT submission_id AS id, count(*)::int AS count FROM approval_press_links
  WHERE submission_id = ANY ($1) AND revoked_at IS NULL AND expires_at > now() GROUP BY submission_id`;

/**
 * Caller: PressLinkRepository.open, when somebody opens a link.
 * Index: the primary key.
 * Twice: counts twice, as it was opened twice.
 */
export const OPEN_LINK = `
  UPDATE approval_press_links SET views = views + 1, last_viewed_at = now()
  WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()
  RETURNING submission_id AS "submissionId", label, expires_at AS "expiresAt"`;

/**
 * Caller: PressLinkRepository.find, for the pieces of an opened page.
 * Index: the primary key.
 * Twice: reading only.
 */
export const FIND_OPEN_LINK = `
  SELECT submission_id AS "submissionId", label, expires_at AS "expiresAt" FROM approval_press_links
  WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`;

/**
 * Caller: PressLinkRepository.revokeAll, when a work leaves the public.
 * Index: approval_press_links_submission.
 * Twice: the second call finds none open.
 */
export const REVOKE_LINKS = `
  UPDATE approval_press_links SET revoked_at = now() WHERE submission_id = $1 AND revoked_at IS NULL`;

/**
 * Caller: PressLinkRepository.revoke.
 * Index: the primary key.
 * Twice: the first moment stays.
 */
export const REVOKE_LINK = `
  UPDATE approval_press_links SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1 AND person_id = $2`;
