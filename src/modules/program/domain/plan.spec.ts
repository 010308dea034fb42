import type { ProgramState } from '../contract';
import { PROGRAM_STATES } from '../contract';
import { binds, clauseEnd } from './clause-end';
import { isSeen, seenOf } from './etag';
import { planFault, shifted, type Plan } from './plan';
import { allows, ACTIVITIES, STATE_ALLOWS } from './states';

const at = (text: string): Date => new Date(text);
const plan: Plan = {
  name: 'One',
  model: 'lumen-1',
  startsAt: at('2026-01-01'),
  endsAt: at('2026-06-01'),
  capacity: 10,
  applicationsUntil: null,
  decisionsBy: null,
  releasedAt: null,
};

describe('a plan', () => {
  test('of a draft may be anything that has an order', () => {
    expect(
      planFault('draft', plan, { ...plan, capacity: 1, name: 'Two', startsAt: at('2025-01-01') }),
    ).toBeNull();
    expect(planFault('draft', plan, { ...plan, endsAt: plan.startsAt })).toBe('dates_reversed');
    const wrong = { ...plan, applicationsUntil: at('2026-03-01'), decisionsBy: at('2026-02-01') };
    expect(planFault('draft', plan, wrong)).toBe('dates_reversed');
  });

  test.each<[Partial<Plan>, boolean]>([
    [{ capacity: 11 }, true],
    [{ capacity: 9 }, false],
    [{ endsAt: at('2026-07-01') }, true],
    [{ endsAt: at('2026-05-01') }, false],
    [{ name: 'Two' }, false],
    [{ startsAt: at('2026-01-02') }, false],
    [{ applicationsUntil: at('2026-02-01') }, true],
  ])('that artists rely on, changed by %j, is fine: %p', (change, isFine) => {
    expect(planFault('open', plan, { ...plan, ...change })).toBe(isFine ? null : 'plan_fixed');
    expect(planFault('closing', plan, { ...plan, ...change })).toBe('plan_fixed');
  });

  test('says once that the model is public, until the programme is closed', () => {
    const released = { ...plan, releasedAt: at('2026-03-01') };
    for (const state of ['open', 'running', 'closing'] as const)
      expect(planFault(state, plan, released)).toBeNull();
    expect(planFault('closed', plan, released)).toBe('plan_fixed');
    expect(planFault('open', released, { ...plan, releasedAt: at('2026-04-01') })).toBe('plan_fixed');
  });

  test('moves with its start when it is copied', () => {
    expect(shifted('2026-03-01T00:00:00Z', at('2026-01-01'), at('2026-01-11'))).toBe(
      '2026-03-11T00:00:00.000Z',
    );
  });
});

describe('the states of a programme', () => {
  test('never take pay or answers away once it is open', () => {
    const later = PROGRAM_STATES.filter(
      (state): state is Exclude<ProgramState, 'draft'> => state !== 'draft',
    );
    for (const state of later) expect([allows(state, 'pay'), allows(state, 'ask')]).toEqual([true, true]);
  });

  test('take new work while artists are in, and prepare only before', () => {
    expect(PROGRAM_STATES.filter((state) => allows(state, 'generate'))).toEqual(['open', 'running']);
    expect(PROGRAM_STATES.filter((state) => allows(state, 'prepare'))).toEqual(['draft']);
    expect(PROGRAM_STATES.filter((state) => allows(state, 'publish'))).not.toContain('closed');
    const used = new Set<string>(Object.values(STATE_ALLOWS).flat());
    expect([...used].toSorted()).toEqual(Object.keys(ACTIVITIES).toSorted());
  });
});

describe('the end of a clause', () => {
  const program = { endsAt: at('2026-06-01'), releasedAt: null };

  test('is its date, its event, or whichever is first; secrecy of a model that never comes ends with the programme', () => {
    expect(clauseEnd({}, program)).toBeNull();
    expect(clauseEnd({ endsAt: '2026-03-01T00:00:00Z' }, program)).toEqual({
      at: at('2026-03-01'),
      because: 'date',
    });
    expect(clauseEnd({ endsOn: 'public_release' }, program)).toEqual({
      at: program.endsAt,
      because: 'programme_end',
    });
    const released = { ...program, releasedAt: at('2026-02-01') };
    expect(clauseEnd({ endsOn: 'public_release' }, released)?.because).toBe('public_release');
    expect(clauseEnd({ endsOn: 'public_release', endsAt: '2026-01-15T00:00:00Z' }, released)?.because).toBe(
      'date',
    );
    expect(clauseEnd({ endsOn: 'programme_end' }, released)?.at).toEqual(program.endsAt);
  });

  test('is the moment from which it does not bind', () => {
    expect(binds({ endsOn: 'programme_end' }, program, at('2026-05-31'))).toBe(true);
    expect(binds({ endsOn: 'programme_end' }, program, at('2026-06-01'))).toBe(false);
    expect(binds({}, program, at('2099-01-01'))).toBe(true);
  });
});

describe('an ETag', () => {
  test('says what the writer read', () => {
    expect(seenOf({ ifMatch: '"7"' })).toEqual({ revision: 7 });
    expect(seenOf({ ifMatch: '*' })).toBe('any');
    expect(seenOf({ ifNoneMatch: '*' })).toBe('new');
    for (const ifMatch of [undefined, '', '7', '"x"', '"7", "8"'])
      expect(() => seenOf({ ifMatch })).toThrow(/If-Match/);
  });

  test('lets only one of two writers through', () => {
    expect(isSeen({ revision: 1 }, 1)).toBe(true);
    expect(isSeen({ revision: 1 }, 2)).toBe(false);
    expect(isSeen({ revision: 1 }, null)).toBe(false);
    expect([isSeen('new', null), isSeen('new', 1), isSeen('any', null), isSeen('any', 3)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
