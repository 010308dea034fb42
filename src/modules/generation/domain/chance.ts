/** Repeatable randomness for forecasts: the same pool gives the same forecast. Not for secrets. */

/** Returns the next number, 0 … 1 (1 excluded). */
export type Chance = () => number;

/** A stream of its own for every seed (mulberry32, public domain by Tommy Ettinger). */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal (Box and Muller 1958). */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** The value below which `share` (0 … 1) of the sorted list lies, interpolated. Throws for an empty list. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error('a quantile needs at least one value');
  return low + (high - low) * (at - Math.floor(at));
}
