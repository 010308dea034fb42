/** A part of a whole with the interval that it lies in with 95 % confidence; from 0 to 1. */
export interface Estimate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

const thousandths = (value: number): number => Math.round(value * 1_000) / 1_000;

/**
 * Wilson's score interval: it stays within 0 and 1 and is honest about few cases, where the plain interval is not. `null`
 * for no cases. E. B. Wilson, JASA 22 (1927); Brown, Cai and DasGupta, Statistical Science 16 (2001).
 */
export function wilson(part: number, whole: number): Estimate | null {
  if (whole === 0) return null;
  const rate = part / whole;
  const square = Z * Z;
  const centre = (rate + square / (2 * whole)) / (1 + square / whole);
  const half =
    (Z / (1 + square / whole)) * Math.sqrt((rate * (1 - rate)) / whole + square / (4 * whole * whole));
  return {
    rate: thousandths(rate),
    low: thousandths(Math.max(0, centre - half)),
    high: thousandths(Math.min(1, centre + half)),
  };
}

/** Whether two intervals have nothing in common: then the difference is more than chance. */
export function areApart(one: Estimate | null, other: Estimate | null): boolean {
  return one !== null && other !== null && (one.low > other.high || other.low > one.high);
}
