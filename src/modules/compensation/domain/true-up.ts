/**
 * The middle of confirmed times in half minutes, so that the middle of an even number of them stays whole. Throws
 * `RangeError` for none.
 */
export function medianHalves(minutes: readonly number[]): number {
  if (minutes.length === 0) throw new RangeError('nobody confirmed a time');
  const sorted = minutes.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] as number;
  const lower = sorted[(sorted.length - 1) >> 1] as number;
  return lower + upper;
}

/** The floor of a country, or the card's. Minor units for an hour. */
export function floorOf(
  { floorPerHour, floors }: { floorPerHour: bigint; floors: Readonly<Record<string, bigint>> },
  country: string | null,
): bigint {
  return (country === null ? undefined : floors[country]) ?? floorPerHour;
}

const up = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by;

export interface TaskWork {
  /** What a whole answer pays, minor units above zero. */
  readonly price: bigint;
  /** What this one was paid: less than the price for a part of it. */
  readonly paid: bigint;
  /** Middle of the confirmed times of everybody on the task, in half minutes. */
  readonly medianHalves: number;
  readonly floorPerHour: bigint;
}

/**
 * What comes on top so that the hour makes the floor: the floor for the median time, in the same part as was paid of the
 * price, less what was paid; never below zero. Parts of a minor unit are rounded up, to the artist.
 */
export function trueUp({ price, paid, medianHalves: halves, floorPerHour }: TaskWork): bigint {
  const target = up(floorPerHour * BigInt(halves) * paid, 120n * price);
  return target > paid ? target - paid : 0n;
}
