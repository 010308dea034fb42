import { holdOf, latestHold } from './hold';

const now = new Date('2026-05-04T10:00:00Z');
const at = (hour: number) => new Date(`2026-05-04T${hour}:00:00Z`);

describe('a hold', () => {
  test('is over by itself at its end, not a moment later', () => {
    const of = (heldUntil: Date | null, who = 'me') => holdOf({ heldBy: 'me', heldUntil }, who, now);
    expect(of(at(11))).toBe('mine');
    expect(of(at(11), 'you')).toBe('other');
    expect(of(now)).toBe('none');
    expect(of(now, 'you')).toBe('none');
    expect(holdOf({ heldBy: null, heldUntil: null }, 'me', now)).toBe('none');
  });

  test('ends with the deadline at the latest; where that has passed, within a day', () => {
    expect(latestHold(at(18), now)).toEqual(at(18));
    const tomorrow = new Date('2026-05-05T10:00:00Z');
    expect(latestHold(at(10), now)).toEqual(tomorrow);
    expect(latestHold(null, now)).toEqual(tomorrow);
  });
});
