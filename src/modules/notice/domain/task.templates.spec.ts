import {
  taskOffered,
  taskSeatMoved,
  taskTimeSet,
  type TaskSeatMoved,
  type TaskTimeSet,
} from '../../feedback/contract';
import { TASK } from './task.templates';
import { templatesFor } from './templates';

const ids = { seatId: 'sea_a', taskId: 'tsk_a', personId: 'per_a', programId: 'prg_a' };
const offered = {
  ...ids,
  title: 'Which is calmer?',
  price: '500',
  currency: 'EUR',
  minutes: 10,
  dueAt: '2026-12-01T00:00:00.000Z',
};
const moved = (to: TaskSeatMoved['to']): TaskSeatMoved => ({ ...ids, verb: 'submit', from: 'taken', to });
const time = (to: TaskTimeSet['to']): TaskTimeSet => ({ ...ids, to, claimedMinutes: 600, minutes: 70 });

const CASES = [
  [taskOffered, offered, 'task.offered', true],
  [taskSeatMoved, moved('cancelled'), 'task_seat.cancelled', true],
  [taskSeatMoved, moved('expired'), 'task_seat.expired', false],
  [taskSeatMoved, moved('submitted'), null, false],
  [taskTimeSet, time('capped'), 'task_time.capped', false],
  [taskTimeSet, time('settled'), 'task_time.settled', false],
  [taskTimeSet, time('confirmed'), null, false],
] as const;

describe('what is told about tasks', () => {
  it.each(CASES)('%o with %o is %s', (event, payload, kind, isMailed) => {
    const told = templatesFor(event.name, payload).map((one) => [one.kind, one.isMailed]);
    expect(told).toEqual(kind === null ? [] : [[kind, isMailed]]);
  });

  it('has a case for every row', () => {
    const kinds = CASES.flatMap(([, , kind]) => (kind === null ? [] : [kind]));
    expect(TASK.map((row) => row.kind).toSorted()).toEqual(kinds.toSorted());
  });

  it('says price, minutes and due date of what is offered', () => {
    expect(templatesFor(taskOffered.name, offered)[0]?.words.text).toContain(
      '5.00 EUR for about 10 minutes, until 2026-12-01',
    );
  });
});
