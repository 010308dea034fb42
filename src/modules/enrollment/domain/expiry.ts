import { DAY } from '../../../kernel/clock';

/** Days before the end of access at which it is said. */
export const WARNING_DAYS = [1, 7, 30] as const;

/** The nearest warning that is due for an end, or `null`: too far away, or over. */
export function warningDue(endsAt: Date, now: Date): (typeof WARNING_DAYS)[number] | null {
  const left = endsAt.getTime() - now.getTime();
  return left <= 0 ? null : (WARNING_DAYS.find((days) => left <= days * DAY) ?? null);
}
