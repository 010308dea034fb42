import type { Role } from '../../../kernel/actor';
import { decide } from '../../../kernel/workflow';
import {
  appealWorkflow,
  tookPart,
  type AppealFacts,
  type AppealState,
  type AppealVerb,
} from './appeal.workflow';

const facts: AppealFacts = { isAppellant: false, tookPart: false, isHearer: true, hasReasons: true };
const ask = (
  state: AppealState,
  verb: AppealVerb,
  change: Partial<AppealFacts> = {},
  roles: readonly Role[] = ['reviewer'],
) => decide(appealWorkflow, state, verb, { roles }, { ...facts, ...change });

describe('appeal workflow', () => {
  test('whoever took part before may neither take nor answer it', () => {
    expect(ask('filed', 'take', { tookPart: true })).toEqual({ kind: 'refused', code: 'took_part' });
    for (const verb of ['uphold', 'overturn', 'overturnPartly'] as const) {
      expect(ask('in_review', verb, { tookPart: true })).toEqual({ kind: 'refused', code: 'took_part' });
    }
  });

  test('nobody hears their own appeal', () => {
    expect(ask('filed', 'take', { isAppellant: true })).toEqual({ kind: 'refused', code: 'own_work' });
  });

  test('only the one who took it answers, and always with reasons', () => {
    expect(ask('in_review', 'overturn')).toEqual({ kind: 'move', to: 'overturned' });
    expect(ask('in_review', 'overturn', { isHearer: false })).toEqual({
      kind: 'refused',
      code: 'heard_by_other',
    });
    for (const verb of ['uphold', 'overturn', 'overturnPartly'] as const) {
      expect(ask('in_review', verb, { hasReasons: false })).toEqual({
        kind: 'refused',
        code: 'reasons_missing',
      });
    }
  });

  test('only its artist withdraws it, while it is open', () => {
    const artist = ['artist'] as const;
    for (const state of ['filed', 'in_review'] as const)
      expect(ask(state, 'withdraw', { isAppellant: true }, artist)).toEqual({
        kind: 'move',
        to: 'withdrawn',
      });
    expect(ask('filed', 'withdraw', {}, artist)).toEqual({ kind: 'refused', code: 'not_found' });
    expect(ask('filed', 'withdraw', { isAppellant: true })).toEqual({ kind: 'refused', code: 'not_allowed' });
    expect(ask('upheld', 'withdraw', { isAppellant: true }, artist)).toEqual({
      kind: 'refused',
      code: 'wrong_state',
    });
  });

  test('an answer is final', () => {
    expect(ask('upheld', 'overturn')).toEqual({ kind: 'refused', code: 'wrong_state' });
    expect(ask('overturned', 'uphold')).toEqual({ kind: 'refused', code: 'wrong_state' });
  });

  test('taking part is any step at all, by name', () => {
    expect(tookPart('per_a', ['per_b', 'system'])).toBe(false);
    expect(tookPart('per_a', ['per_b', 'per_a'])).toBe(true);
  });
});
