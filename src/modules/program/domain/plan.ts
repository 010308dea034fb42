import type { ProgramState } from '../contract';
import { allows } from './states';

/** What of a programme is planned: what it is called, when it is, and for how many. */
export interface Plan {
  readonly name: string;
  readonly model: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly applicationsUntil: Date | null;
  readonly decisionsBy: Date | null;
  readonly releasedAt: Date | null;
}

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;

/** A date that somebody relies on may come later or come at all, never earlier or go. */
const isLater = (before: Date | null, after: Date | null): boolean =>
  before === null || (after !== null && after >= before);

/**
 * Why a plan may not be changed so, or `null`. Once artists can rely on it, seats and dates only grow; that the model
 * was released may be said once, while the programme lasts.
 */
export function planFault(
  state: ProgramState,
  before: Plan,
  after: Plan,
): 'dates_reversed' | 'plan_fixed' | null {
  if (after.endsAt <= after.startsAt) return 'dates_reversed';
  if (
    after.decisionsBy !== null &&
    after.applicationsUntil !== null &&
    after.decisionsBy < after.applicationsUntil
  )
    return 'dates_reversed';
  if (allows(state, 'prepare')) return null;
  const { releasedAt: _, ...old } = before;
  const isExtended = Object.keys(old).some(
    (key) => !isSame(before[key as keyof Plan], after[key as keyof Plan]),
  );
  if (before.releasedAt !== null && !isSame(before.releasedAt, after.releasedAt)) return 'plan_fixed';
  if (!isExtended) return state === 'closed' ? 'plan_fixed' : null;
  if (!allows(state, 'extend')) return 'plan_fixed';
  const isKept =
    before.name === after.name && before.model === after.model && isSame(before.startsAt, after.startsAt);
  const isGrown =
    after.capacity >= before.capacity &&
    after.endsAt >= before.endsAt &&
    isLater(before.applicationsUntil, after.applicationsUntil) &&
    isLater(before.decisionsBy, after.decisionsBy);
  return isKept && isGrown ? null : 'plan_fixed';
}

/** Clauses of a copy end as long after its start as those of the original did. */
export function shifted(at: string, from: Date, to: Date): string {
  return new Date(new Date(at).getTime() + to.getTime() - from.getTime()).toISOString();
}
