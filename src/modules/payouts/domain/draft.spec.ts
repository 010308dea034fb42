import * as fc from 'fast-check';
import { ALL_FACTS, decisions, whyBlocked, type DueFacts } from './draft';

const FINE: DueFacts = {
  isDrafter: false,
  isNothing: false,
  isOtherRail: false,
  isShort: false,
  lacksForm: false,
  standing: null,
  isBelowMinimum: false,
};

describe('drafting a batch', () => {
  it('pays whoever is owed enough', () => {
    expect(whyBlocked(FINE, { knowsEverybody: true })).toBeNull();
    expect(whyBlocked({ ...FINE, standing: 'ready' }, { knowsEverybody: false })).toBeNull();
  });

  it.each<[string, Partial<DueFacts>]>([
    ['own_money', { isDrafter: true }],
    ['nothing_left', { isNothing: true }],
    ['other_rail', { isOtherRail: true }],
    ['payable_short', { isShort: true }],
    ['tax_form', { lacksForm: true }],
    ['recipient_not_ready', { standing: 'restricted' }],
    ['below_minimum', { isBelowMinimum: true }],
  ])('leaves out with the reason %s', (reason, facts) => {
    expect(whyBlocked({ ...FINE, ...facts }, { knowsEverybody: true })).toBe(reason);
  });

  it('leaves out whom a rail does not know, where it must know', () => {
    expect(whyBlocked(FINE, { knowsEverybody: false })).toBe('no_recipient');
    expect(whyBlocked({ ...FINE, standing: 'pending' }, { knowsEverybody: false })).toBe(
      'recipient_not_ready',
    );
  });

  it('says the same as a table: each case once, and none of those who are paid', () => {
    const key = (facts: DueFacts): string => JSON.stringify({ ...FINE, ...facts, reason: undefined });
    expect(new Set(ALL_FACTS.map(key)).size).toBe(2 ** 6 * 5);
    fc.assert(
      fc.property(fc.constantFrom(...ALL_FACTS), fc.boolean(), (facts, knowsEverybody) => {
        const found = decisions({ knowsEverybody }).filter((line) => key(line) === key(facts));
        expect(found.map(({ reason }) => reason)).toEqual(
          [whyBlocked(facts, { knowsEverybody })].filter((reason) => reason !== null),
        );
      }),
    );
  });
});
