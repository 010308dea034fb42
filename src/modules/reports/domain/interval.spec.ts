import { areApart, wilson } from './interval';

describe('the interval of a rate', () => {
  it('is that of Wilson', () => {
    expect(wilson(10, 100)).toEqual({ rate: 0.1, low: 0.055, high: 0.174 });
    expect(wilson(0, 20)).toEqual({ rate: 0, low: 0, high: 0.161 });
    expect(wilson(20, 20)).toEqual({ rate: 1, low: 0.839, high: 1 });
    expect(wilson(0, 0)).toBeNull();
  });

  it('holds its rate and narrows with the cases', () => {
    for (const whole of [5, 50, 500])
      for (const part of [0, 1, whole]) {
        const estimate = wilson(part, whole);
        expect(estimate?.low).toBeLessThanOrEqual(estimate?.rate ?? 2);
        expect(estimate?.high).toBeGreaterThanOrEqual(estimate?.rate ?? -1);
      }
    const width = (n: number): number => (wilson(n / 5, n)?.high ?? 0) - (wilson(n / 5, n)?.low ?? 0);
    expect(width(50)).toBeLessThan(width(5));
  });

  it('tells chance from difference', () => {
    expect(areApart(wilson(1, 100), wilson(40, 100))).toBe(true);
    expect(areApart(wilson(3, 20), wilson(5, 20))).toBe(false);
    expect(areApart(null, wilson(5, 20))).toBe(false);
  });
});
