import * as fc from 'fast-check';
import { addWorkingDays, workingTime } from './working-days';

const at = (text: string): Date => new Date(text);

describe('working days', () => {
  test.each([
    ['2026-11-23T10:00:00Z', 2, '2026-11-25T10:00:00Z'], // Monday → Wednesday
    ['2026-11-26T10:00:00Z', 2, '2026-11-30T10:00:00Z'], // Thursday → Monday
    ['2026-11-27T23:59:00Z', 1, '2026-11-30T23:59:00Z'], // Friday → Monday
    ['2026-11-28T10:00:00Z', 2, '2026-12-02T00:00:00Z'], // Saturday counts from Monday
    ['2026-11-29T10:00:00Z', 0, '2026-11-30T00:00:00Z'],
    ['2026-11-25T10:00:00Z', 0, '2026-11-25T10:00:00Z'],
    ['1969-12-31T12:00:00Z', 1, '1970-01-01T12:00:00Z'], // before the epoch as well
  ])('%s and %i more end at %s', (from, days, end) => {
    expect(addWorkingDays(at(from), days)).toEqual(at(end));
  });

  test('never end on a weekend, and hold exactly that much working time', () => {
    const moments = fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 40 }), (from, days) => {
        const end = addWorkingDays(from, days);
        expect([0, 6]).not.toContain(end.getUTCDay());
        expect(workingTime(from, end)).toBe(days * 86_400_000);
      }),
    );
  });

  test('are whole', () => {
    for (const days of [-1, 0.5, Number.NaN])
      expect(() => addWorkingDays(at('2026-11-23'), days)).toThrow(RangeError);
    expect(workingTime(at('2026-11-24'), at('2026-11-23'))).toBe(0);
  });
});
