import { createHash } from 'node:crypto';
import { LIMITS, seedsOf } from './request';

/** Who chose the seed that a clip is made with: its artist, chance, or chance once more after an unusable result. */
export const SEED_ORIGINS = ['chosen', 'drawn', 'drawn_again'] as const;
export type SeedOrigin = (typeof SEED_ORIGINS)[number];

/**
 * A seed by chance, 0 … 2^32 - 1: ids are random, and whether a clip's seed was drawn can be told from its ids for ever,
 * without a column. Somebody who asks for a seed does so before there is an id to draw from.
 */
export const drawnSeed = (id: string): number =>
  createHash('sha256').update(`seed ${id}`).digest().readUInt32BE(0);

/** The seed after `faults` failed attempts. */
export const nextSeed = (generationId: string, faults: number): number =>
  drawnSeed(`${generationId}.${faults}`);

interface Seeded {
  readonly id: string;
  readonly batchId: string;
  readonly seed: bigint;
  readonly faults: number;
}

/** A final made of a draft has its draft's seed: that was asked for, and counts as chosen. */
export function seedOriginOf({ id, batchId, seed, faults }: Seeded): SeedOrigin {
  const has = Number(seed);
  if (seedsOf(drawnSeed(batchId), LIMITS.variationsMax).includes(has)) return 'drawn';
  const again = Array.from({ length: faults }, (_, index) => nextSeed(id, index + 1));
  return again.includes(has) ? 'drawn_again' : 'chosen';
}
