import type { Movement } from './rail';
import { compare, compareBalance, type OursOnRail } from './reconcile';

const AT = new Date('2026-03-01T00:00:00Z');
const ours = (given: Partial<OursOnRail> = {}): OursOnRail => ({
  payoutId: 'pay_1',
  railRef: 'tr_1',
  state: 'paid',
  amount: 500n,
  currency: 'EUR',
  at: AT,
  unknownFor: null,
  ...given,
});
const moved = (given: Partial<Movement> = {}): Movement => ({
  id: 'txn_1',
  kind: 'transfer',
  reference: 'pay_1',
  railRef: 'tr_1',
  amount: -500n,
  currency: 'EUR',
  at: AT,
  ...given,
});
const reversal = moved({ id: 'txn_2', kind: 'reversal', amount: 500n });
const matchOf = (row: OursOnRail, ...movements: Movement[]) => compare([row], movements)[0]?.match;

describe('reconciling transfers', () => {
  it.each([
    ['matched', ours(), [moved()]],
    ['matched', ours({ state: 'returned' }), [moved(), reversal]],
    ['matched', ours({ state: 'failed' }), []],
    ['missing_there', ours(), []],
    ['missing_there', ours({ state: 'in_transit' }), []],
    ['differs', ours(), [moved({ amount: -499n })]],
    ['differs', ours(), [moved({ currency: 'USD' })]],
    ['differs', ours(), [moved(), reversal]],
    ['differs', ours({ state: 'returned' }), [moved()]],
    ['differs', ours({ state: 'failed' }), [moved()]],
    ['differs', ours(), [moved(), moved({ id: 'txn_9' })]],
    ['pending', ours({ state: 'sending', unknownFor: 60 }), []],
    ['unknown', ours({ state: 'sending', unknownFor: 900 }), []],
    ['unknown', ours({ state: 'on_hold', unknownFor: 1 }), [moved()]],
  ] as const)('says %s', (match, row, movements) => {
    expect(matchOf(row, ...movements)).toBe(match);
  });

  it('says it in words', () => {
    expect(compare([ours({ state: 'in_transit' })], [])[0]?.note).toBe(
      'We say in transit; the rail has no such transfer.',
    );
  });

  it('finds what the rail sent and nobody here knows, once', () => {
    const findings = compare(
      [],
      [moved({ reference: 'pay_lost' }), moved({ reference: null, railRef: 'tr_x' })],
    );
    expect(findings.map(({ match, subject }) => [match, subject])).toEqual([
      ['missing_here', 'pay_lost'],
      ['missing_here', 'tr_x'],
    ]);
  });

  it('does not care for drafts and for movements that are no transfers', () => {
    expect(compare([ours({ state: 'draft' })], [moved({ kind: 'other', reference: null })])).toEqual([]);
  });
});

describe('reconciling balances', () => {
  const before = { available: 1_000n, pending: 0n, at: AT };
  const later = new Date(AT.getTime() + 1_000);

  it('adds up what was there and what moved since', () => {
    const now = { available: 400n, pending: 100n, at: later };
    expect(compareBalance('EUR', before, now, [moved({ at: later })]).match).toBe('matched');
    expect(compareBalance('EUR', before, now, [moved()]).match).toBe('differs');
    expect(compareBalance('EUR', null, now, []).match).toBe('matched');
  });
});
