import * as fc from 'fast-check';
import { agreementOf } from './agreement';
import { newcombe, wilson } from './intervals';
import { parityOf, type StanceCount } from './parity';

const count = (
  stance: StanceCount['stance'],
  decided: number,
  approved: number,
  people = 9,
): StanceCount => ({
  stance,
  decided,
  approved,
  people,
  medianHours: 5,
});

describe('intervals', () => {
  test('are those of the literature', () => {
    // Newcombe 1998, table II, method 10: 56/70 − 48/80 = 0.2000 (0.0524, 0.3339)
    const difference = newcombe(wilson(56, 70), wilson(48, 80));
    expect(difference.value).toBeCloseTo(0.2, 4);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
    expect(wilson(0, 10)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 3);
  });

  test('hold their value and stay within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const { value, low, high } = wilson(Math.round(whole * share), whole);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        },
      ),
    );
  });
});

describe('opinion parity', () => {
  test('says who fares worse only when chance cannot explain it', () => {
    expect(parityOf([count('critical', 100, 50), count('favourable', 100, 90)]).verdict).toBe(
      'critical_fares_worse',
    );
    expect(parityOf([count('critical', 20, 17), count('favourable', 20, 18)]).verdict).toBe('even');
    expect(parityOf([count('critical', 100, 95), count('favourable', 100, 60)]).verdict).toBe(
      'favourable_fares_worse',
    );
  });

  test('hides what few artists are behind, and a second cell from which it could be worked out', () => {
    const { cells, difference, verdict } = parityOf([
      count('critical', 4, 2, 2),
      count('neutral', 60, 50),
      count('favourable', 30, 20),
    ]);
    expect(cells.map(({ decided }) => decided)).toEqual([null, 60, null]);
    expect(difference).toBeNull();
    expect(verdict).toBe('unknown');
  });
});

describe('agreement of reviewers', () => {
  test('is Cohen’s kappa beside the plain share', () => {
    const { pairs, equal, kappa } = agreementOf([
      { first: 'approved', second: 'approved', count: 20 },
      { first: 'approved', second: 'declined', count: 5 },
      { first: 'declined', second: 'approved', count: 10 },
      { first: 'declined', second: 'declined', count: 15 },
    ]);
    expect({ pairs, equal }).toEqual({ pairs: 50, equal: 0.7 });
    expect(kappa).toBeCloseTo(0.4, 10);
  });

  test('says nothing where nothing can be said', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, equal: null, kappa: null });
    expect(agreementOf([{ first: 'approved', second: 'approved', count: 3 }])).toEqual({
      pairs: 3,
      equal: 1,
      kappa: null,
    });
  });
});
