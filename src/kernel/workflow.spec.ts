import { refusals } from './refusal';
import { available, decide, refusedMove, workflow } from './workflow';

const door = workflow<{ isLocked: boolean }>()({
  name: 'test_door',
  table: 'test_doors',
  states: ['closed', 'open', 'gone'],
  initial: 'closed',
  moves: {
    open: {
      from: ['closed'],
      to: 'open',
      by: ['artist'],
      unless: (facts) => (facts.isLocked ? 'locked' : null),
    },
    close: { from: ['open'], to: 'closed', by: ['artist', 'system'] },
    remove: { from: ['closed', 'open'], to: 'gone', by: ['admin'] },
  },
});
const artist = { roles: ['artist'] as const };

describe('a workflow', () => {
  test('moves when role, state and facts allow it', () => {
    expect(decide(door, 'closed', 'open', artist, { isLocked: false })).toEqual({ kind: 'move', to: 'open' });
  });

  test('calls it success without a move when the thing is already there', () => {
    expect(decide(door, 'open', 'open', artist, { isLocked: true })).toEqual({ kind: 'already' });
  });

  test('refuses by role before it says anything of the state', () => {
    expect(decide(door, 'gone', 'remove', artist, { isLocked: false })).toEqual({
      kind: 'refused',
      code: 'not_allowed',
    });
  });

  test('refuses from the wrong state, and by the facts', () => {
    expect(decide(door, 'gone', 'open', artist, { isLocked: false })).toEqual({
      kind: 'refused',
      code: 'wrong_state',
    });
    expect(decide(door, 'closed', 'open', artist, { isLocked: true })).toEqual({
      kind: 'refused',
      code: 'locked',
    });
  });

  test('offers exactly the verbs that would move', () => {
    expect(available(door, 'open', artist, { isLocked: false })).toEqual(['close']);
    expect(available(door, 'closed', artist, { isLocked: true })).toEqual([]);
  });

  test('a name is taken once', () => {
    const again = () =>
      workflow<object>()({ name: 'test_door', table: 't', states: ['a'], initial: 'a', moves: {} });
    expect(again).toThrow('declared twice');
  });

  test('a refusal with an undeclared code is a bug, not an answer', () => {
    const table = refusals('test_doors', { locked: { kind: 'conflict', says: 'The door is locked.' } });
    expect(refusedMove(table, 'locked', door, 'closed', 'open').message).toBe('The door is locked.');
    expect(() => refusedMove(table, 'rusty', door, 'closed', 'open')).toThrow('undeclared code rusty');
  });
});
