import type { EntryDraft } from '../../ledger/contract';
import { accepted, approved, failed, paid, returned, type PayoutMoney } from './recipes';

const PAYOUT: PayoutMoney = { id: 'pay_1', personId: 'per_1', amount: 1234n, currency: 'EUR' };

/** What is left on each account after these entries; the settlement counts as an arrow from the held account. */
function balances(...entries: EntryDraft[]): Record<string, bigint> {
  const left = new Map<string, bigint>();
  const add = (name: string, amount: bigint) => left.set(name, (left.get(name) ?? 0n) + amount);
  const sent = accepted(PAYOUT);
  for (const { from, to, amount } of [
    { from: approved(PAYOUT).account, to: sent.entry.to, amount: sent.amount },
    ...entries.flatMap(({ postings }) => postings),
  ]) {
    add(from, -amount);
    add(to, amount);
  }
  return Object.fromEntries([...left].filter(([, amount]) => amount !== 0n));
}

describe('the money of a payout', () => {
  it('waits in transit between acceptance and outcome', () => {
    expect(balances()).toEqual({ 'payable:per_1.EUR': -1234n, 'transit:pay_1.EUR': 1234n });
  });

  it('is outside when paid, with nothing left in transit', () => {
    expect(balances(paid(PAYOUT))).toEqual({ 'payable:per_1.EUR': -1234n, 'outside:EUR': 1234n });
  });

  it('is owed again when the transfer fails or comes back, from wherever it was', () => {
    expect(balances(failed(PAYOUT))).toEqual({});
    expect(balances(returned(PAYOUT, false))).toEqual({});
    expect(balances(paid(PAYOUT), returned(PAYOUT, true))).toEqual({});
  });

  it('settles exactly what was held, each step under a reference of its own', () => {
    expect(accepted(PAYOUT).hold).toBe(approved(PAYOUT).reference);
    expect(accepted(PAYOUT).amount).toBe(approved(PAYOUT).amount);
    const references = [accepted(PAYOUT).entry, paid(PAYOUT), failed(PAYOUT), returned(PAYOUT, true)];
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(4);
  });
});
