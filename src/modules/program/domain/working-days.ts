const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const dayOfWeek = (at: number): number => (Math.floor(at / DAY_MS) + 4) % 7;
const isWeekend = (at: number): boolean => [0, 6].includes(dayOfWeek(at));

/**
 * The moment `days` working days after `from`, in UTC: Saturdays and Sundays do not count. What is asked on a weekend
 * counts from Monday 00:00. `days` is a whole number from 0.
 */
export function addWorkingDays(from: Date, days: number): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are a whole number from 0');
  let at = from.getTime();
  while (isWeekend(at)) at = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (!isWeekend(at)) left -= 1;
  }
  return new Date(at);
}

/** Milliseconds of working time between two moments; 0 when `to` is not later. */
export function workingTime(from: Date, to: Date): number {
  let sum = 0;
  for (let at = from.getTime(); at < to.getTime();) {
    const midnight = (Math.floor(at / DAY_MS) + 1) * DAY_MS;
    const until = Math.min(midnight, to.getTime());
    if (!isWeekend(at)) sum += until - at;
    at = until;
  }
  return sum;
}
