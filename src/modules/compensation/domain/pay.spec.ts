import fc from 'fast-check';
import { CURRENCIES, split, type Currency } from '../../../kernel/money';
import { because } from './because';
import { daysLate, lateCompensation } from './late';
import { floorOf, medianHalves, trueUp } from './true-up';

const minutes = fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 40 });
const amount = fc.bigInt({ min: 1n, max: 10_000_000n });

describe('the median of confirmed times', () => {
  it('is the middle one, or half of the two in the middle, whatever the order', () => {
    expect(medianHalves([30, 10, 50])).toBe(60);
    expect(medianHalves([30, 31])).toBe(61);
    fc.assert(
      fc.property(minutes, (times) => {
        expect(medianHalves(times.toReversed())).toBe(medianHalves(times));
        expect(medianHalves(times)).toBeGreaterThanOrEqual(2 * Math.min(...times));
        expect(medianHalves(times)).toBeLessThanOrEqual(2 * Math.max(...times));
      }),
    );
    expect(() => medianHalves([])).toThrow(RangeError);
  });
});

describe('the true-up', () => {
  it('tops 5.00 for quoted 10 minutes up by 4.00 when the median was 30 and the floor is 18.00 an hour', () => {
    const halves = medianHalves([20, 30, 25, 45, 60]);
    expect(trueUp({ price: 500n, paid: 500n, medianHalves: halves, floorPerHour: 1_800n })).toBe(400n);
  });

  it('makes the floor of the hour to the smallest unit, never less and never a unit more', () => {
    fc.assert(
      fc.property(minutes, amount, amount, (times, price, floorPerHour) => {
        const halves = medianHalves(times);
        const top = trueUp({ price, paid: price, medianHalves: halves, floorPerHour });
        const total = price + top;
        expect(total * 120n).toBeGreaterThanOrEqual(floorPerHour * BigInt(halves));
        if (top > 0n) expect((total - 1n) * 120n).toBeLessThan(floorPerHour * BigInt(halves));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives for a part of the price the same part of the floor, and nothing where nothing was paid', () => {
    expect(trueUp({ price: 500n, paid: 250n, medianHalves: 60, floorPerHour: 1_800n })).toBe(200n);
    expect(trueUp({ price: 500n, paid: 0n, medianHalves: 60, floorPerHour: 1_800n })).toBe(0n);
  });

  it('goes by the floor of the country where there is one', () => {
    const rules = { floorPerHour: 1_500n, floors: { CH: 2_450n } };
    expect(floorOf(rules, 'CH')).toBe(2_450n);
    expect(floorOf(rules, 'DE')).toBe(1_500n);
    expect(floorOf(rules, null)).toBe(1_500n);
  });
});

describe('sums of pay', () => {
  it('lose no unit in currencies with 0, 2 and 3 decimals, however they are split and topped up', () => {
    const currency = fc.constantFrom<Currency>('JPY', 'EUR', 'KWD');
    expect(new Set(['JPY', 'EUR', 'KWD'].map((code) => CURRENCIES[code as Currency]))).toEqual(
      new Set([0, 2, 3]),
    );
    fc.assert(
      fc.property(
        currency,
        amount,
        fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 30 }),
        (_, total, weights) => {
          const parts = split(total, weights);
          expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('what a delay adds', () => {
  const day = 86_400_000;
  const due = new Date('2026-03-10T12:00:00Z');
  const after = (ms: number): Date => new Date(due.getTime() + ms);

  it('counts started days after the promised date', () => {
    expect(daysLate(due, due)).toBe(0);
    expect(daysLate(due, after(-day))).toBe(0);
    expect(daysLate(due, after(1))).toBe(1);
    expect(daysLate(due, after(day))).toBe(1);
    expect(daysLate(due, after(day + 1))).toBe(2);
  });

  it('is the published rate of the amount for each day, rounded up, and at most the amount', () => {
    expect(lateCompensation(10_000n, 5, 10)).toBe(50n);
    expect(lateCompensation(1n, 5, 1)).toBe(1n);
    expect(lateCompensation(500n, 1_000, 400)).toBe(500n);
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 400 }),
        (owed, rate, days) => {
          const added = lateCompensation(owed, rate, days);
          expect(added).toBeGreaterThan(0n);
          expect(added).toBeLessThanOrEqual(owed);
          expect(lateCompensation(owed, rate, days + 1)).toBeGreaterThanOrEqual(added);
        },
      ),
    );
  });
});

describe('the sentence of an earning', () => {
  const base = { rateItem: null, rateCardVersion: null, currency: 'EUR' as const };

  it('explains a true-up with its numbers', () => {
    const evidence = {
      people: 5,
      medianMinutes: 30,
      estimateMinutes: 10,
      floorPerHour: '1800',
      target: '900',
      topUp: '400',
      paid: '500',
    };
    expect(because({ ...base, causeType: 'true_up', evidence })).toBe(
      'The median of 5 confirmed times of this task was 30 minutes, estimated were 10. At the floor of 18.00 EUR an hour that is 9.00 EUR, so 4.00 EUR came on top of the price of 5.00 EUR.',
    );
    expect(because({ ...base, causeType: 'true_up', evidence: { ...evidence, people: 1 } })).toMatch(
      /^The one confirmed time of this task was 30 minutes/,
    );
  });

  it('names the version of the rate card', () => {
    const said = because({
      causeType: 'feedback',
      rateItem: 'feedback.duplicate',
      rateCardVersion: 2,
      currency: 'EUR',
      evidence: { type: 'issue' },
    });
    expect(said).toBe('Feedback that somebody had reported before (issue). By version 2 of the rate card.');
  });

  it('says less rather than something broken when a value is missing', () => {
    expect(because({ ...base, causeType: 'true_up', evidence: {} })).toBe('true up.');
    expect(because({ ...base, causeType: 'something_new', evidence: {} })).toBe('something new.');
  });
});
