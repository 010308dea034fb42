import fc from 'fast-check';
import { LIMITS, seedsOf } from './request';
import { drawnSeed, nextSeed, seedOriginOf } from './seed';

const clip = { id: 'gen_a', batchId: 'bat_a', faults: 0 };

describe('who chose a seed', () => {
  it('is told from the ids: every variation of a drawn one is drawn, whatever was chosen is chosen', () => {
    for (const seed of seedsOf(drawnSeed('bat_a'), LIMITS.variationsMax))
      expect(seedOriginOf({ ...clip, seed: BigInt(seed) })).toBe('drawn');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LIMITS.seedMax }), fc.nat(3), (seed, faults) => {
        fc.pre(!seedsOf(drawnSeed('bat_a'), LIMITS.variationsMax).includes(seed));
        expect(seedOriginOf({ ...clip, seed: BigInt(seed), faults })).toBe('chosen');
      }),
      { seed: 20_261_127 },
    );
  });

  it('knows the seed of a later attempt, and calls none so before that attempt has failed', () => {
    expect(nextSeed('gen_a', 1)).not.toBe(nextSeed('gen_a', 2));
    expect(seedOriginOf({ ...clip, seed: BigInt(nextSeed('gen_a', 2)), faults: 2 })).toBe('drawn_again');
    expect(seedOriginOf({ ...clip, seed: BigInt(nextSeed('gen_a', 2)), faults: 1 })).toBe('chosen');
  });

  it('is within 32 bits and spread over them', () => {
    const seeds = Array.from({ length: 2_000 }, (_, index) => drawnSeed(`bat_${index}`));
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed <= LIMITS.seedMax)).toBe(true);
    expect(new Set(seeds).size).toBe(2_000);
    const upper = seeds.filter((seed) => seed > LIMITS.seedMax / 2).length;
    expect(upper).toBeGreaterThan(900);
    expect(upper).toBeLessThan(1_100);
  });
});
