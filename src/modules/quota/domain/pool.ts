import type { Charge } from './recipes';

/** Whether own credits and the pool's pay for `clips` at `price` each; every clip is paid from one of the two. */
export function covers(has: { available: bigint; pooled: bigint }, price: bigint, clips: number): boolean {
  const own = has.available > 0n ? has.available / price : 0n;
  const rest = BigInt(clips) - own;
  return rest <= 0n || rest * price <= has.pooled;
}

/**
 * Divides what an artist's own credits do not cover: as many clips as `available` pays for in full, in their order, stay
 * the artist's own; the pool of their programme pays for the others. `null`: one of these has no pool to pay it.
 */
export function drawFromPool(
  charges: readonly Charge[],
  available: bigint,
  pools: ReadonlyMap<string, string | null>,
): Charge[] | null {
  let left = available;
  const divided: Charge[] = [];
  for (const charge of charges) {
    const isOwn = charge.credits <= left;
    const poolId = isOwn ? null : (pools.get(charge.generationId) ?? null);
    if (!isOwn && poolId === null) return null;
    if (isOwn) left -= charge.credits;
    divided.push({ ...charge, poolId });
  }
  return divided;
}
