import type { QueueFilter } from '../submissions/submission-query.dto';

/** Who looks at the queue: what is theirs, in whole or in part, is not in it. */
export interface Reader {
  readonly id: string;
  /** Roles that only see what was escalated to them; empty for reviewers. */
  readonly onlyFor: readonly string[];
}

export type QueueWish = Pick<QueueFilter, 'part' | 'risk' | 'label' | 'audience' | 'programId' | 'cohortId'>;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const PARTS: Readonly<Record<NonNullable<QueueFilter['part']>, string>> = {
  free: `staged IS NULL AND (claimed_until IS NULL OR claimed_until <= now()) AND (held_until IS NULL OR held_until <= now())
    AND (assigned_to IS NULL OR assigned_to = $1)`,
  mine: `state = 'in_review' AND claimed_by = $1`,
  escalated: `escalated_at IS NOT NULL`,
  late: `due_at <= now()`,
  soon: `due_at > now() AND due_at <= now() + interval '4 hours'`,
  again: `paused_seconds > 0`,
  onHold: `held_until > now()`,
  forMe: `assigned_to = $1`,
};

/** What nobody can be given to take: "next" with such a filter is the next free one. */
const isTaken = (part: QueueFilter['part']): boolean => part === 'mine' || part === 'onHold';

/**
 * Caller: ConflictRepository.of, and every list, which reads it once and not per row.
 * Index: approval_conflicts_pair (reviewer_id, artist_id) where it stands.
 * Twice: reading only.
 */
export const CONFLICTS_OF = `
  SELECT artist_id AS id FROM approval_conflicts WHERE reviewer_id = $1 AND withdrawn_at IS NULL`;

/**
 * Caller: lockNext: what this reviewer passed on within a day is not offered to them again.
 * Index: approval_skips_reviewer (reviewer_id, at).
 * Twice: reading only.
 */
const SKIPPED = `
  SELECT DISTINCT submission_id AS id FROM approval_skips
  WHERE reviewer_id = $1 AND at > now() - interval '1 day' LIMIT 500`;

/**
 * The conditions as text: only those that were asked for. A statement with "or the parameter is null" in it would get one
 * plan for all filters, which reads the whole queue for a rare one.
 */
function conditions(reader: Reader, wish: QueueWish): { where: string[]; values: unknown[] } {
  const values: unknown[] = [reader.id];
  const where = [
    `state IN ('submitted', 'in_review', 'escalated')`,
    `person_id <> $1`,
    `NOT ($1 = ANY (co_author_ids))`,
    `person_id <> ALL (ARRAY(${CONFLICTS_OF}))`,
  ];
  const put = (value: unknown, text: (place: string) => string): void => {
    values.push(value);
    where.push(text(`$${values.length}`));
  };
  if (reader.onlyFor.length > 0) put(reader.onlyFor, (p) => `escalated_to = ANY (${p}::text[])`);
  if (wish.part !== undefined) where.push(PARTS[wish.part]);
  if (wish.risk !== undefined) put(wish.risk, (p) => `risk = ${p}`);
  if (wish.label !== undefined) put([wish.label], (p) => `labels @> ${p}::text[]`);
  if (wish.audience !== undefined) put(wish.audience, (p) => `audience = ${p}`);
  if (wish.programId !== undefined) put(wish.programId, (p) => `program_id = ${p}`);
  if (wish.cohortId !== undefined) put(wish.cohortId, (p) => `cohort_id = ${p}`);
  return { where, values };
}

/**
 * Caller: QueueRepository.list, the reviewers' queue.
 * Index: approval_submissions_queue (due_at, id) or the one of the rarest filter; all are partial over what is open.
 * Twice: reading only.
 */
export function listQueue(
  columns: string,
  reader: Reader,
  wish: QueueWish,
  after: readonly [Date, string] | null,
  limit: number,
): Statement {
  const { where, values } = conditions(reader, wish);
  where.push(`(staged IS NULL OR claimed_by <> $1)`);
  if (after !== null) {
    values.push(after[0], after[1]);
    where.push(`(due_at, id) > ($${values.length - 1}::timestamptz, $${values.length}::text)`);
  }
  values.push(limit);
  const text = `SELECT ${columns} FROM approval_submissions WHERE ${where.join(' AND ')} ORDER BY due_at, id LIMIT $${values.length}`;
  return { text, values };
}

/**
 * Caller: QueueRepository.lockNext, "give me the next one".
 * Index: as the list; what others hold locked or claimed is stepped over.
 * Twice: each call takes another row; a claim that is not wanted runs out by itself.
 */
export function lockNext(columns: string, reader: Reader, wish: QueueWish): Statement {
  const { where, values } = conditions(reader, { ...wish, part: isTaken(wish.part) ? 'free' : wish.part });
  where.push(PARTS.free, `escalated_by IS DISTINCT FROM $1`, `id <> ALL (ARRAY(${SKIPPED}))`);
  const now = `date_trunc('milliseconds', clock_timestamp()) AS now`;
  const text = `SELECT ${columns}, ${now} FROM approval_submissions WHERE ${where.join(' AND ')}
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return { text, values };
}

/**
 * Caller: QueueRepository.insertSkip.
 * Index: none.
 * Twice: two rows; each skip is a fact of its own.
 */
export const INSERT_SKIP = `
  INSERT INTO approval_skips (submission_id, reviewer_id, reason, note) VALUES ($1, $2, $3, $4)`;

/**
 * Caller: ConflictRepository.judging, after the row's lock is held: the clock, and whether a conflict was declared.
 * Index: approval_conflicts_pair.
 * Twice: reading only; never the transaction's start, which may lie before a wait for the lock.
 */
export const JUDGING = `
  SELECT date_trunc('milliseconds', clock_timestamp()) AS now, EXISTS (
    SELECT FROM approval_conflicts WHERE reviewer_id = $1 AND artist_id = $2 AND withdrawn_at IS NULL) AS "isDeclared"`;
