import { retryAfterOf } from './retry-after';

const problem = (code: string, more: object = {}) => ({
  type: '',
  title: '',
  status: 429,
  instance: '',
  code,
  ...more,
});
const now = new Date('2026-11-27T22:59:30.500Z');

describe('when to ask again', () => {
  it('is the next hour or day for what ends with it, to the second', () => {
    expect(retryAfterOf(problem('access.key_hour_cap'), 429, now)).toBe(30);
    expect(retryAfterOf(problem('access.key_day_cap'), 429, now)).toBe(3_630);
    expect(retryAfterOf(problem('access.key_hour_cap'), 429, new Date('2026-11-27T23:00:00Z'))).toBe(3_600);
  });

  it('is what the refusal says, soon where room may come any moment, and never where time changes nothing', () => {
    expect(retryAfterOf(problem('access.key_rate', { retryAfterSeconds: 7 }), 429, now)).toBe(7);
    expect(retryAfterOf(problem('generation.queue_full'), 429, now)).toBe(15);
    expect(retryAfterOf(problem('generation.queue_full'), 409, now)).toBeNull();
    expect(retryAfterOf(problem('ledger.insufficient'), 402, now)).toBeNull();
    expect(retryAfterOf(problem('generation.no_provider'), 503, now)).toBe(2);
  });
});
