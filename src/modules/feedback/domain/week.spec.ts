import { lastWeek } from './week';

describe('the week that is over', () => {
  test.each([
    ['2026-11-26T12:00:00Z', '2026-11-16', '2026-11-23'],
    ['2026-11-23T00:00:00Z', '2026-11-16', '2026-11-23'],
    ['2026-11-22T23:59:59Z', '2026-11-09', '2026-11-16'],
    ['2027-01-02T08:00:00Z', '2026-12-21', '2026-12-28'],
  ])('at %s began on %s and ended before %s', (now, from, to) => {
    const week = lastWeek(new Date(now));
    expect([week.name, week.to.toISOString()]).toEqual([from, `${to}T00:00:00.000Z`]);
  });
});
