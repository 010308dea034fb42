import { HOUR } from '../../../kernel/clock';

/** `2026-03` → `2026-04`; `by` may be negative. */
export function monthAfter(month: string, by = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** First instant behind a month, UTC. */
export function endOf(month: string): Date {
  return new Date(`${monthAfter(month)}-01T00:00:00Z`);
}

/**
 * Whether a month can be closed: an hour after its end, so that every transaction that began in it has ended. Far longer
 * than any transaction may take.
 */
export function isOver(month: string, now: Date): boolean {
  return now.getTime() >= endOf(month).getTime() + HOUR;
}

/** Months from `first` to that of `now`, newest first; at most `most`. */
export function monthsSince(first: Date | null, now: Date, most: number): string[] {
  const until = first === null ? monthOf(now) : monthOf(first);
  const months: string[] = [];
  for (let month = monthOf(now); month >= until && months.length < most; month = monthAfter(month, -1))
    months.push(month);
  return months;
}
