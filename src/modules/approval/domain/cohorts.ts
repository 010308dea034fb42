import { SMALLEST_CELL } from './parity';

interface Group {
  /** `null`: of no cohort; told nowhere, and in the total all the same. */
  readonly cohortId: string | null;
  /** Decisions, and artists behind them. */
  readonly decided: number;
  readonly people: number;
}

/**
 * Which cohorts may be told beside their total. Small ones are hidden; and as long as fewer than five artists stand behind
 * all that is hidden, so does the smallest other one: the rest of the total would give them away.
 */
export function shownCohorts(groups: readonly Group[]): ReadonlySet<string> {
  const isOpen = ({ cohortId, people }: Group): boolean => cohortId !== null && people >= SMALLEST_CELL;
  const shown = groups.filter(isOpen).toSorted((a, b) => b.decided - a.decided);
  let [hidden, count] = [0, 0];
  for (const group of groups) if (!isOpen(group)) [hidden, count] = [hidden + group.people, count + 1];
  if (count === 0) return new Set(shown.map(({ cohortId }) => cohortId ?? ''));
  while (hidden < SMALLEST_CELL) {
    const least = shown.pop();
    if (least === undefined) break;
    hidden += least.people;
  }
  return new Set(shown.map(({ cohortId }) => cohortId ?? ''));
}
