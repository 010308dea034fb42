/** z of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** A share with the range in which it lies with 95 % confidence; all 0 to 1 (a difference: −1 to 1). */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Wilson's interval of a share: `part` of `whole`, `whole` > 0. Holds for small numbers too, where the usual one does not. */
export function wilson(part: number, whole: number): Interval {
  const p = part / whole;
  const spread = (Z * Z) / whole;
  const middle = (p + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((p * (1 - p)) / whole + spread / (4 * whole))) / (1 + spread);
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Newcombe's interval of the difference `a − b` of two shares (hybrid of two Wilson intervals, his method 10). */
export function newcombe(a: Interval, b: Interval): Interval {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  const high = value + Math.hypot(a.high - a.value, b.value - b.low);
  return { value, low: Math.max(-1, low), high: Math.min(1, high) };
}
