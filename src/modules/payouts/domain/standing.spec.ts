import type { Movement } from './rail';
import { compareBalance, type Finding } from './reconcile';
import { balanceAt, stepOf, type SeenBefore } from './standing';

const AT = new Date('2026-03-01T00:00:00Z');
const finding = (given: Partial<Finding> = {}): Finding => ({
  kind: 'transfer',
  subject: 'pay_1',
  payoutId: 'pay_1',
  railRef: 'tr_1',
  ours: 500n,
  theirs: 499n,
  currency: 'EUR',
  match: 'differs',
  note: '',
  at: AT,
  ...given,
});
const before = (given: Partial<SeenBefore> = {}): SeenBefore => ({
  match: 'differs',
  ours: 500n,
  theirs: 499n,
  state: 'open',
  ...given,
});

describe('what a finding of now makes of the one of before', () => {
  it.each([
    ['find', null, finding()],
    ['find', before({ state: 'clear', match: 'matched' }), finding()],
    [null, before(), finding()],
    [null, before({ state: 'proposed' }), finding()],
    [null, before({ state: 'explained' }), finding()],
    ['find', before({ state: 'explained' }), finding({ theirs: 400n })],
    ['find', before({ state: 'proposed' }), finding({ match: 'missing_there', theirs: null })],
    ['vanish', before({ state: 'explained' }), finding({ match: 'matched', theirs: 500n })],
    ['vanish', before(), finding({ match: 'pending' })],
    [null, null, finding({ match: 'matched' })],
  ] as const)('%s', (verb, seen, now) => {
    expect(stepOf(seen, now)).toBe(verb);
  });
});

it('a balance worked back to an instant and forward again is what it is', () => {
  const movement = (amount: bigint, minutes: number): Movement => ({
    id: `txn_${minutes}`,
    kind: 'other',
    reference: null,
    railRef: null,
    amount,
    currency: 'EUR',
    at: new Date(AT.getTime() + minutes * 60_000),
  });
  const movements = [movement(1_000n, -5), movement(-300n, 5), movement(50n, 10)];
  const now = { available: 700n, pending: 50n };
  const then = balanceAt(now, movements, AT);
  expect(then.available).toBe(1_000n);
  const later = { ...now, at: new Date(AT.getTime() + 3_600_000) };
  expect(compareBalance('EUR', then, later, movements).match).toBe('matched');
  expect(compareBalance('EUR', then, { ...later, available: 699n }, movements).match).toBe('differs');
});
