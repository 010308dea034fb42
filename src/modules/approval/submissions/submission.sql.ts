/**
 * Caller: SubmissionRepository.time, after the row's lock is held.
 * Index: none.
 * Twice: reading only; never the transaction's start, which may lie before a wait for the lock.
 */
export const DATABASE_TIME = `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;

/**
 * Caller: SubmissionRepository.lockClip, when a submission is opened or an appeal filed.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: the second waits and then sees what the first did.
 */
export const LOCK_CLIP = `SELECT pg_advisory_xact_lock(hashtextextended($1, 7249))`;

/**
 * Caller: SubmissionRepository.listQueue, the reviewers' queue. $1 reader, $2 $3 position or null, $4 limit.
 * Index: approval_submissions_queue (due_at, id) WHERE state IN (submitted, in_review, escalated).
 * Twice: reading only.
 */
export const LIST_QUEUE = `
  SELECT id FROM approval_submissions
  WHERE state IN ('submitted', 'in_review', 'escalated') AND person_id <> $1
    AND ($2::timestamptz IS NULL OR (due_at, id) > ($2, $3::text))
  ORDER BY due_at, id LIMIT $4`;

/**
 * Caller: SubmissionRepository.listHistory.
 * Index: approval_submissions_history_subject.
 * Twice: reading only.
 */
export const LIST_HISTORY = `
  SELECT verb, from_state AS "from", to_state AS "to", actor_id AS "actorId", at
  FROM approval_submissions_history WHERE subject_id = $1 ORDER BY id`;

/**
 * Caller: appeals, before somebody hears one.
 * Index: approval_submissions_history_subject, approval_decisions_submission.
 * Twice: reading only.
 */
export const PARTICIPANTS = `
  SELECT actor_id AS id FROM approval_submissions_history WHERE subject_id = $1
  UNION SELECT reviewer_id FROM approval_decisions WHERE submission_id = $1`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_queue.
 * Twice: each id is locked and decided again; what another sweep has moved is left alone.
 */
const OVERDUE_DECISIONS = `
  SELECT id FROM approval_submissions
  WHERE state IN ('submitted', 'in_review') AND due_at <= now() AND escalated_at IS NULL ORDER BY due_at, id LIMIT 200`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_claims.
 * Twice: as above.
 */
const OVERDUE_CLAIMS = `
  SELECT id FROM approval_submissions WHERE state = 'in_review' AND claimed_until <= now() ORDER BY claimed_until LIMIT 200`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_embargo.
 * Twice: as above.
 */
const OVERDUE_EMBARGOES = `
  SELECT id FROM approval_submissions
  WHERE state = 'approved' AND (embargo_until IS NULL OR embargo_until <= now()) ORDER BY id LIMIT 200`;

export const OVERDUE = {
  decision: OVERDUE_DECISIONS,
  claim: OVERDUE_CLAIMS,
  embargo: OVERDUE_EMBARGOES,
} as const;
