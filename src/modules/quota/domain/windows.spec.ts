import * as fc from 'fast-check';
import { DAY } from '../../../kernel/clock';
import { QUOTA_WINDOWS } from '../../program/contract';
import { weekAt, windowAfter, windowAt } from './windows';

const season = { startsAt: new Date('2026-01-07T09:30:00Z'), endsAt: new Date('2026-12-18T17:00:00Z') };
const moment = fc.date({
  min: season.startsAt,
  max: new Date(season.endsAt.getTime() - 1),
  noInvalidDate: true,
});
const kind = fc.constantFrom(...QUOTA_WINDOWS);

describe('windows', () => {
  test('a week begins on Monday at 00:00 UTC, a day at 00:00 UTC', () => {
    const at = new Date('2026-03-29T01:30:00+02:00');
    expect(windowAt('week', at, season).startsAt.toISOString()).toBe('2026-03-23T00:00:00.000Z');
    expect(windowAt('day', at, season).startsAt.toISOString()).toBe('2026-03-28T00:00:00.000Z');
    expect(weekAt(new Date('1969-12-31T23:59:59Z')).startsAt.toISOString()).toBe('1969-12-29T00:00:00.000Z');
  });

  test('a programme is one window, and none follows it', () => {
    expect(windowAt('programme', new Date('2026-06-01T00:00:00Z'), season)).toEqual(season);
    expect(windowAfter(season.endsAt, 'day', season)).toBeNull();
  });

  test('every moment is in the window it is asked for, and every moment of a window gives the same one', () => {
    fc.assert(
      fc.property(kind, moment, fc.double({ min: 0, max: 0.999, noNaN: true }), (of, at, part) => {
        const { startsAt, endsAt } = windowAt(of, at, season);
        expect(startsAt <= at && at < endsAt).toBe(true);
        const other = new Date(
          startsAt.getTime() + Math.floor(part * (endsAt.getTime() - startsAt.getTime())),
        );
        expect(windowAt(of, other, season)).toEqual({ startsAt, endsAt });
      }),
      { numRuns: 1_000 },
    );
  });

  test('a day has 24 hours and a week seven of them, whatever clocks on walls do', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = windowAt('day', at, season);
        const week = windowAt('week', at, season);
        expect(day.endsAt.getTime() - day.startsAt.getTime()).toBe(DAY);
        expect(week.endsAt.getTime() - week.startsAt.getTime()).toBe(7 * DAY);
        expect([week.startsAt.getUTCDay(), week.startsAt.getTime() % DAY]).toEqual([1, 0]);
      }),
      { numRuns: 500 },
    );
  });

  test('windows follow each other without gap or overlap until the programme ends, whatever plans are published', () => {
    fc.assert(
      fc.property(moment, fc.array(kind, { minLength: 400, maxLength: 400 }), (joined, plans) => {
        let window = windowAt(plans[0] ?? 'day', joined, season);
        for (const plan of plans) {
          const next = windowAfter(window.endsAt, plan, season);
          if (next === null) return expect(window.endsAt >= season.endsAt).toBe(true);
          expect(next.startsAt).toEqual(window.endsAt);
          expect(next.endsAt > next.startsAt).toBe(true);
          window = next;
        }
        throw new Error('a programme of a year has more than 400 windows');
      }),
      { numRuns: 100 },
    );
  });
});
