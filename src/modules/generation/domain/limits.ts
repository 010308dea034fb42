import { nearestNumber, nearestShape, nearestSize, nearestWord } from './nearest';

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
    const given = typeof value === 'number' && !Number.isNaN(value) ? value : min;
    const nearest = Math.min(max, Math.max(min, Math.round(given)));
    return `must be ${what} from ${min} to ${max}; nearest allowed: ${nearest}`;
  };
}

/** For one of a few numbers. */
export function nearestOf(list: readonly number[]): Says {
  return ({ value }) =>
    `must be one of ${list.join(', ')}; nearest allowed: ${nearestNumber(list, typeof value === 'number' ? value : Number.NaN)}`;
}

const oneBy =
  (nearest: typeof nearestWord) =>
  (list: readonly string[]): Says =>
  ({ value }) =>
    `must be one of ${list.join(', ')}; nearest allowed: ${nearest(list, value)}`;

/** For one of a few words. */
export const oneOf = oneBy(nearestWord);
/** For one of a few resolutions. */
export const oneSize = oneBy(nearestSize);
/** For one of a few shapes of the frame. */
export const oneShape = oneBy(nearestShape);
