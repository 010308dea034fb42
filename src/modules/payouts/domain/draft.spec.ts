import * as fc from 'fast-check';
import { blockedOf, whyBlocked, type Due, type DraftRules } from './draft';

const RULES: DraftRules = {
  drafterId: 'me',
  rail: 'sandbox',
  usual: 'sandbox',
  minimum: 100n,
  knowsEverybody: true,
  formMissing: new Set(['fay']),
};
const due = (personId: string, given: Partial<Due> = {}): Due => ({
  personId,
  amount: 500n,
  available: 1_000n,
  chosen: null,
  standing: null,
  ...given,
});

describe('drafting a batch', () => {
  it('pays whoever is owed enough, by the usual rail unless they chose', () => {
    expect(whyBlocked(due('ada'), RULES)).toBeNull();
    expect(whyBlocked(due('ada', { chosen: 'sandbox', standing: 'ready' }), RULES)).toBeNull();
    expect(whyBlocked(due('ada', { amount: 100n }), RULES)).toBeNull();
  });

  it.each([
    ['own_money', due('me')],
    ['nothing_left', due('bo', { amount: 0n })],
    ['other_rail', due('bo', { chosen: 'stripe' })],
    ['payable_short', due('bo', { available: 499n })],
    ['tax_form', due('fay')],
    ['recipient_not_ready', due('bo', { standing: 'restricted' })],
    ['below_minimum', due('bo', { amount: 99n })],
  ])('leaves out with the reason %s', (reason, item) => {
    expect(whyBlocked(item, RULES)).toBe(reason);
  });

  it('leaves out whom a rail does not know, where it must know', () => {
    const rules = { ...RULES, rail: 'stripe', usual: 'stripe', knowsEverybody: false } as const;
    expect(whyBlocked(due('bo'), rules)).toBe('no_recipient');
    expect(whyBlocked(due('bo', { standing: 'pending' }), rules)).toBe('recipient_not_ready');
    expect(whyBlocked(due('bo', { standing: 'ready' }), rules)).toBeNull();
  });

  it('neither loses nor invents anybody', () => {
    const people = fc.uniqueArray(
      fc.record({
        personId: fc.string(),
        amount: fc.bigInt(-5n, 500n),
        available: fc.bigInt(0n, 500n),
        chosen: fc.constantFrom(null, 'sandbox' as const, 'stripe' as const),
        standing: fc.constantFrom(null, 'ready' as const, 'restricted' as const),
      }),
      { selector: ({ personId }) => personId },
    );
    fc.assert(
      fc.property(people, (items) => {
        const blocked = blockedOf(items, RULES);
        const paid = items.filter((item) => whyBlocked(item, RULES) === null);
        expect(paid.length + blocked.length).toBe(items.length);
        for (const item of paid) expect(item.amount >= 100n && item.amount <= item.available).toBe(true);
      }),
    );
  });
});
