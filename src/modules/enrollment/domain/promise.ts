import { DAY } from '../../../kernel/clock';

export interface Dates {
  readonly applicationsUntil: Date | null;
  readonly decisionsBy: Date | null;
}

/** Days until a place on the waiting list is looked at again, when nobody says otherwise. */
export const WAITLIST_DAYS = 30;

/** When an application that is handed in at `submittedAt` was promised its decision; `null`: nothing was promised. */
export function decideBy(
  { applicationsUntil, decisionsBy }: Dates,
  decisionDays: number | null,
  submittedAt: Date,
): Date | null {
  if (decisionsBy !== null) return decisionsBy;
  if (decisionDays === null) return null;
  const from =
    applicationsUntil !== null && applicationsUntil > submittedAt ? applicationsUntil : submittedAt;
  return new Date(from.getTime() + decisionDays * DAY);
}

/** Whole days over the promise, begun ones included; 0: kept so far. */
export function daysLate(promised: Date | null, decidedAt: Date | null, now: Date): number {
  if (promised === null) return 0;
  const over = (decidedAt ?? now).getTime() - promised.getTime();
  return over <= 0 ? 0 : Math.ceil(over / DAY);
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** A moment as a clock in that zone shows it, such as `Tuesday, 1 December 2026 at 23:59 CET`. */
export function inZone(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(at);
}
