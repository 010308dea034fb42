import { DAY } from '../../../kernel/clock';

/** The week (Monday to Monday, UTC) that was over last at `now`. `name` is its Monday as YYYY-MM-DD. */
export function lastWeek(now: Date): { readonly from: Date; readonly to: Date; readonly name: string } {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const to = new Date(midnight - ((now.getUTCDay() + 6) % 7) * DAY);
  const from = new Date(to.getTime() - 7 * DAY);
  return { from, to, name: from.toISOString().slice(0, 10) };
}
