import fc from 'fast-check';
import { CURRENCIES, decimal, money, split, sum, toJsonInteger, type Currency } from './money';

const codes = Object.keys(CURRENCIES) as Currency[];

describe('money', () => {
  test('a split never loses or invents a unit, and no share is off by a whole unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const whole = weights.reduce((a, b) => a + b, 0n);
          const shares = split(total, weights);
          expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
          shares.forEach((share, index) => {
            const off = share * whole - total * (weights[index] as bigint);
            expect(off < whole && off > -whole).toBe(true);
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('equal remainders go to the earlier share', () => {
    expect(split(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  });

  test('a split over nothing or over negative weights is a programming error', () => {
    expect(() => split(1n, [0n])).toThrow(RangeError);
    expect(() => split(1n, [2n, -1n])).toThrow(RangeError);
  });

  test('currencies are never added to each other', () => {
    expect(sum([money(5n, 'EUR'), money(7n, 'EUR')], 'EUR').amount).toBe(12n);
    expect(() => sum([money(5n, 'USD')], 'EUR')).toThrow('cannot add USD to EUR');
  });

  test('an amount is written with the decimals of its currency', () => {
    expect([
      decimal(money(1234n, 'EUR')),
      decimal(money(-5n, 'EUR')),
      decimal(money(1234n, 'JPY')),
      decimal(money(1n, 'KWD')),
    ]).toEqual(['12.34', '-0.05', '1234', '0.001']);
  });

  test('writing an amount and reading its digits gives the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom(...codes), (amount, currency) => {
        expect(BigInt(decimal(money(amount, currency)).replace('.', ''))).toBe(amount);
      }),
    );
  });

  test('an amount that JSON would round is refused', () => {
    expect(toJsonInteger(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(() => toJsonInteger(9_007_199_254_740_993n)).toThrow(RangeError);
  });
});
