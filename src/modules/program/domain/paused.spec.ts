import { pausedSeconds, planAfterPause } from './paused';

const at = (time: string): Date => new Date(`2026-03-01T${time}Z`);
const pause = { startsAt: at('10:00:00'), endsAt: at('11:00:00') };

test.each([
  ['10:00:00', '11:00:00', 3_600],
  ['10:00:00', '10:00:00.200', 1],
  ['10:00:00', '09:00:00', 0],
])('a pause from %s to %s makes deadlines %d seconds later', (from, to, seconds) => {
  expect(pausedSeconds({ startsAt: at(from), endsAt: at(to) })).toBe(seconds);
});

test.each([
  ['later, the decision stays', '12:00:00', '18:00:00', '13:00:00', '18:00:00'],
  ['later, and no decision before it', '12:00:00', '12:30:00', '13:00:00', '13:00:00'],
  ['over before the pause', '09:00:00', '18:00:00', '09:00:00', '18:00:00'],
])('applications close %s', (_, until, decision, laterUntil, laterDecision) => {
  const plan = { name: 'First', applicationsUntil: at(until), decisionsBy: at(decision) };
  expect(planAfterPause(plan, pause)).toEqual({
    name: 'First',
    applicationsUntil: at(laterUntil),
    decisionsBy: at(laterDecision),
  });
});

test('without a deadline there is none to move', () => {
  const plan = { applicationsUntil: null, decisionsBy: null };
  expect(planAfterPause(plan, pause)).toBe(plan);
});
