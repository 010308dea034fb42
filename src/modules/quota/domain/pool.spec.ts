import * as fc from 'fast-check';
import { covers, drawFromPool } from './pool';
import type { Charge } from './recipes';

const charge = (number: number, credits = 20n): Charge => ({
  generationId: `gen_${number}`,
  enrollmentId: 'enr_1',
  keyId: null,
  poolId: null,
  credits,
});
const pools = (charges: readonly Charge[], id: string | null) =>
  new Map(charges.map(({ generationId }) => [generationId, id]));

describe('a pool', () => {
  test('pays only what its artist cannot', () => {
    const three = [charge(1), charge(2), charge(3)];
    const divided = drawFromPool(three, 45n, pools(three, 'prg_1'));
    expect(divided?.map(({ poolId }) => poolId)).toEqual([null, null, 'prg_1']);
  });

  test('that is not there pays nothing', () => {
    expect(drawFromPool([charge(1)], 19n, pools([charge(1)], null))).toBeNull();
    expect(drawFromPool([charge(1)], 19n, new Map())).toBeNull();
  });

  test('is enough when it pays for every clip that the artist cannot pay in full', () => {
    expect(covers({ available: 45n, pooled: 20n }, 20n, 3)).toBe(true);
    expect(covers({ available: 45n, pooled: 19n }, 20n, 3)).toBe(false);
    expect(covers({ available: 60n, pooled: 0n }, 20n, 3)).toBe(true);
    expect(covers({ available: 0n, pooled: 60n }, 20n, 3)).toBe(true);
  });

  test('leaves the artist no more than they have, and every clip with one payer', () => {
    const prices = fc.array(fc.bigInt({ min: 1n, max: 500n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(prices, fc.bigInt({ min: 0n, max: 2_000n }), (all, available) => {
        const charges = all.map((credits, index) => charge(index, credits));
        const divided = drawFromPool(charges, available, pools(charges, 'prg_1')) ?? [];
        const own = divided.filter(({ poolId }) => poolId === null);
        expect(divided.map(({ credits }) => credits)).toEqual(all);
        expect(own.reduce((sum, { credits }) => sum + credits, 0n) <= available).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
