import fc from 'fast-check';
import { available, decide, type Decision } from '../../../kernel/workflow';
import { correctionWorkflow, type CorrectionState, type CorrectionVerb } from './correction.workflow';
import { taxFormWorkflow, type TaxFormState, type TaxFormVerb } from './tax-form.workflow';

const PEOPLE = ['payee', 'ann', 'ben', 'cy'] as const;
type Person = (typeof PEOPLE)[number];
const rolesOf = (person: Person) =>
  person === 'payee' ? ['artist' as const, 'finance' as const] : ['finance' as const];

const person = fc.constantFrom(...PEOPLE);
const step = <V extends string>(verbs: readonly V[]) =>
  fc.record({ who: person, verb: fc.constantFrom(...verbs), hasWords: fc.boolean(), isGone: fc.boolean() });

describe('a correction', () => {
  it('takes effect once, by two people who are not paid by it, in 10,000 random lives', () => {
    const verbs = Object.keys(correctionWorkflow.moves) as CorrectionVerb[];
    const life = fc.tuple(
      fc.constantFrom<Person>('ann', 'ben', 'cy'),
      fc.array(step(verbs), { maxLength: 14 }),
    );
    fc.assert(
      fc.property(life, ([proposer, steps]) => {
        let state: CorrectionState = 'proposed';
        const ends: CorrectionState[] = [];
        for (const { who, verb, isGone, hasWords: isHeld } of steps) {
          const facts = { isProposer: who === proposer, isPayee: who === 'payee', isGone, isHeld };
          const decision: Decision<CorrectionState> = decide(
            correctionWorkflow,
            state,
            verb,
            { roles: rolesOf(who) },
            facts,
          );
          if (decision.kind !== 'move') continue;
          expect(isHeld).toBe(false);
          expect(verb).not.toBe('overturn');
          if (verb === 'confirm') {
            expect([proposer, 'payee']).not.toContain(who);
            expect(isGone).toBe(false);
          }
          state = decision.to;
          ends.push(state);
        }
        expect(ends.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 10_000 },
    );
  });

  it('offers nothing to whoever it takes from, and nothing while somebody else looks at it', () => {
    const facts = { isProposer: false, isPayee: false, isGone: false, isHeld: false };
    const offered = (change: object) =>
      available(correctionWorkflow, 'proposed', { roles: ['finance'] }, { ...facts, ...change });
    expect(offered({})).toEqual(['confirm', 'withdraw']);
    expect(offered({ isProposer: true })).toEqual(['withdraw']);
    expect(offered({ isHeld: true })).toEqual([]);
    expect(available(correctionWorkflow, 'confirmed', { roles: ['artist'] }, facts)).toEqual([]);
  });
});

describe('a tax form', () => {
  it('is valid only after somebody else looked at what was handed in, in 10,000 random lives', () => {
    const verbs = Object.keys(taxFormWorkflow.moves) as TaxFormVerb[];
    fc.assert(
      fc.property(fc.array(step(verbs), { maxLength: 20 }), (steps) => {
        let state: TaxFormState = 'not_asked';
        for (const { who, verb, hasWords, isGone } of steps) {
          const roles = verb === 'expire' ? ['system' as const] : rolesOf(who);
          const facts = { isOwn: who === 'payee', hasReason: hasWords, isOver: isGone };
          const before: TaxFormState = state;
          const decision: Decision<TaxFormState> = decide(taxFormWorkflow, state, verb, { roles }, facts);
          if (decision.kind !== 'move') continue;
          state = decision.to;
          if (state === 'valid') expect([before, who === 'payee']).toEqual(['received', false]);
          if (state === 'received') expect(who).toBe('payee');
          if (state === 'rejected') expect(hasWords && who !== 'payee').toBe(true);
          if (state === 'expired') expect([before, isGone]).toEqual(['valid', true]);
        }
        expect(taxFormWorkflow.states).toContain(state);
      }),
      { numRuns: 10_000 },
    );
  });
});
