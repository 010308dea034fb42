import * as fc from 'fast-check';
import { contentHash, draftOf } from './draft';

const rich = (): bigint => 1_000_000n;

describe('drafting a batch', () => {
  it('leaves out the drafter, people with nothing left and people whom the ledger owes less', () => {
    const due = [
      { personId: 'ada', amount: 500n, earningIds: ['e1', 'e2'] },
      { personId: 'me', amount: 100n, earningIds: ['e3'] },
      { personId: 'bo', amount: 0n, earningIds: ['e4'] },
      { personId: 'cy', amount: 70n, earningIds: ['e5'] },
    ];
    const draft = draftOf(due, 'me', (personId) => (personId === 'cy' ? 69n : 1_000n));
    expect(draft.total).toBe(500n);
    expect(draft.lines.map(({ personId }) => personId)).toEqual(['ada']);
    expect(draft.blocked).toEqual([
      { personId: 'me', amount: 100n, reason: 'own_money' },
      { personId: 'bo', amount: 0n, reason: 'nothing_left' },
      { personId: 'cy', amount: 70n, reason: 'payable_short' },
    ]);
  });

  it('neither loses nor invents anybody', () => {
    const due = fc.uniqueArray(
      fc.record({ personId: fc.string(), amount: fc.bigInt(-5n, 50n), earningIds: fc.constant(['e']) }),
      { selector: ({ personId }) => personId },
    );
    fc.assert(
      fc.property(due, (items) => {
        const { lines, blocked, total } = draftOf(items, 'nobody else', rich);
        expect(lines.length + blocked.length).toBe(items.length);
        expect(total).toBe(items.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n));
      }),
    );
  });
});

describe('the hash of a batch', () => {
  const line = { payoutId: 'p1', personId: 'ada', amount: 5n, earningIds: ['e1', 'e2'] };
  const hash = contentHash('prg', 'EUR', [line]);

  it('does not depend on the order of lines and earnings', () => {
    const other = { ...line, payoutId: 'p2' };
    expect(contentHash('prg', 'EUR', [{ ...line, earningIds: ['e2', 'e1'] }])).toBe(hash);
    expect(contentHash('prg', 'EUR', [other, line])).toBe(contentHash('prg', 'EUR', [line, other]));
  });

  it('changes with every amount, payee, earning, programme and currency', () => {
    const others = [
      contentHash('prg', 'USD', [line]),
      contentHash('prg2', 'EUR', [line]),
      contentHash('prg', 'EUR', [{ ...line, amount: 6n }]),
      contentHash('prg', 'EUR', [{ ...line, personId: 'bo' }]),
      contentHash('prg', 'EUR', [{ ...line, earningIds: ['e1'] }]),
      contentHash('prg', 'EUR', [{ ...line, payoutId: 'p9' }]),
      contentHash('prg', 'EUR', []),
    ];
    expect(new Set([hash, ...others]).size).toBe(8);
  });
});
