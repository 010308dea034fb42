import { DAY, MINUTE } from '../../../kernel/clock';
import { warningDue } from './expiry';

const now = new Date('2026-11-26T12:00:00Z');
const ahead = (ms: number): Date => new Date(now.getTime() + ms);

describe('the end of access', () => {
  it.each([
    ['a month and a minute ahead is no news', 30 * DAY + MINUTE, null],
    ['30 days ahead is said', 30 * DAY, 30],
    ['eight days ahead is still the first warning', 8 * DAY, 30],
    ['seven days ahead is said again', 7 * DAY, 7],
    ['a day ahead is said last', DAY, 1],
    ['a minute ahead is the last warning', MINUTE, 1],
    ['that has passed warns nobody', 0, null],
  ])('%s', (_, left, days) => expect(warningDue(ahead(left), now)).toBe(days));
});
