/*
 * Sentences for values out of bounds: each names the limit and the nearest allowed value. Shaped for class-validator,
 * which calls them with the value given.
 */
interface Given {
  readonly value: unknown;
}
type Says = (given: Given) => string;

/** For whole numbers from `min` to `max`. */
export function within(min: number, max: number, what: string): Says {
  return ({ value }) => {
    const given = typeof value === 'number' && Number.isFinite(value) ? value : min;
    const nearest = Math.min(max, Math.max(min, Math.round(given)));
    return `must be ${what} from ${min} to ${max}; nearest allowed: ${nearest}`;
  };
}

/** For one of a few numbers. */
export function nearestOf(list: readonly number[]): Says {
  return ({ value }) => {
    const given = typeof value === 'number' ? value : (list[0] ?? 0);
    const nearest = list.reduce((best, one) => (Math.abs(one - given) < Math.abs(best - given) ? one : best));
    return `must be one of ${list.join(', ')}; nearest allowed: ${nearest}`;
  };
}

/** For one of a few words. */
export function oneOf(list: readonly string[]): string {
  return `must be one of ${list.join(', ')}`;
}
