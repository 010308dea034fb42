import type { StateMove } from '../../../platform/db/state';

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
 * Caller: SubmissionRepository.keepStance.
 * Index: primary key.
 * Twice: the last word counts.
 */
export const KEEP_STANCE = `
  INSERT INTO approval_stances (submission_id, stance) VALUES ($1, $2)
  ON CONFLICT (submission_id) DO UPDATE SET stance = EXCLUDED.stance, at = now()`;

/**
 * Caller: SubmissionRepository.keepStance.
 * Index: primary key.
 * Twice: the second finds nothing.
 */
export const DELETE_STANCE = `DELETE FROM approval_stances WHERE submission_id = $1`;

/**
 * Caller: SubmissionRepository.findStance, for the artist alone.
 * Index: primary key.
 * Twice: reading only.
 */
export const FIND_STANCE = `SELECT stance FROM approval_stances WHERE submission_id = $1`;

/**
 * Caller: ClocksService.sweep.
 * Index: approval_submissions_on_time (due_at) WHERE open AND late_at IS NULL.
 * Twice: a row is marked once, with its deadline and not with the time of the sweep.
 */
export const MARK_LATE = `
  UPDATE approval_submissions SET late_at = due_at WHERE id IN (
    SELECT id FROM approval_submissions
    WHERE state IN ('submitted', 'in_review', 'escalated') AND late_at IS NULL AND due_at <= now() AND staged IS NULL
    ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED)`;

/**
 * Caller: SubmissionRepository.move, with every step. `columns`: what changes beside the state.
 * Index: primary key.
 * Twice: the second finds another state, and writes neither the row nor its line of history.
 */
export function moveSubmission(
  columns: readonly (readonly [name: string, value: unknown])[],
  { id, from, to, verb, actor, note }: StateMove,
): { text: string; values: unknown[] } {
  const values = [id, from, to, verb, actor.id, JSON.stringify(note ?? {})];
  const sets = columns.map(([name], index) => `, ${name} = $${values.length + 1 + index}`).join('');
  const text = `
    WITH moved AS (
      UPDATE approval_submissions SET state = $3, updated_at = now()${sets} WHERE id = $1 AND state = $2 RETURNING id)
    INSERT INTO approval_submissions_history (subject_id, verb, from_state, to_state, actor_id, note)
    SELECT id, $4, $2, $3, $5, $6::jsonb FROM moved`;
  return { text, values: [...values, ...columns.map(([, value]) => value)] };
}

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
  WHERE state IN ('submitted', 'in_review') AND due_at <= now() AND escalated_at IS NULL AND staged IS NULL
  ORDER BY due_at, id LIMIT 200`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_claims.
 * Twice: as above.
 */
const OVERDUE_CLAIMS = `
  SELECT id FROM approval_submissions WHERE state = 'in_review' AND claimed_until <= now() AND staged IS NULL ORDER BY claimed_until LIMIT 200`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_embargo.
 * Twice: as above.
 */
const OVERDUE_EMBARGOES = `
  SELECT id FROM approval_submissions
  WHERE state = 'approved' AND (embargo_until IS NULL OR embargo_until <= now()) ORDER BY id LIMIT 200`;

/**
 * Caller: ClocksService.leave, a few seconds after each verdict and every few seconds.
 * Index: approval_submissions_staged (staged_until) WHERE staged IS NOT NULL.
 * Twice: as above.
 */
const OVERDUE_STAGED = `
  SELECT id FROM approval_submissions WHERE staged IS NOT NULL AND staged_until <= now() ORDER BY staged_until LIMIT 200`;

/**
 * Caller: SubmissionRepository.stagedUntil, at most fifty ids.
 * Index: primary key.
 * Twice: reading only.
 */
export const STAGED_UNTIL = `
  SELECT min(staged_until) AS until FROM approval_submissions
  WHERE id = ANY ($1::text[]) AND staged ->> 'batchId' = $2 AND staged_until > now()`;

/**
 * Caller: ClocksService.sweep, every minute and process.
 * Index: approval_submissions_holds (held_until) WHERE held_until IS NOT NULL.
 * Twice: as above.
 */
const OVERDUE_HOLDS = `
  SELECT id FROM approval_submissions WHERE held_until <= now() ORDER BY held_until LIMIT 200`;

export const OVERDUE = {
  staged: OVERDUE_STAGED,
  decision: OVERDUE_DECISIONS,
  claim: OVERDUE_CLAIMS,
  embargo: OVERDUE_EMBARGOES,
  hold: OVERDUE_HOLDS,
} as const;
