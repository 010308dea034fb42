import * as fc from 'fast-check';
import type { StatementLine } from '../../ledger/contract';
import { earnedBy, monthBounds, statementOf } from './statement';

const line = (at: string, kind: string, amount: bigint): StatementLine => ({
  at: new Date(at),
  reference: `${kind}:${at}`,
  kind,
  memo: {},
  amount,
  other: 'fund:prg_1.EUR',
});

/** Newest first, as the ledger gives them. */
const LINES = [
  line('2026-04-01T00:00:00Z', 'compensation.earned', 7n),
  line('2026-03-31T23:59:59.999Z', 'payout.failed', 300n),
  line('2026-03-20T00:00:00Z', 'payout.sent', -300n),
  line('2026-03-10T00:00:00Z', 'compensation.voided', -50n),
  line('2026-03-01T00:00:00Z', 'compensation.earned', 250n),
  line('2026-02-28T23:59:59.999Z', 'compensation.earned', 100n),
];

describe('a statement', () => {
  it('opens with what was owed, closes with what is, and shows the month oldest first', () => {
    const march = statementOf(LINES, '2026-03');
    expect(march).toMatchObject({ opening: 100n, earned: 250n, corrected: -50n, paidOut: 0n, closing: 300n });
    expect(march.lines.map(({ amount }) => amount)).toEqual([250n, -50n, -300n, 300n]);
  });

  it('sums what was earned by kind of income, and nothing that is about an earning besides', () => {
    const of = (reference: string, amount: bigint): StatementLine => ({
      ...line('2026-03-01', 'x', amount),
      reference,
    });
    const lines = [
      of('earning:a', 5n),
      of('earning:b', 7n),
      of('earning:c', 1n),
      of('earning:a:reversed', -5n),
      of('payout:a:sent', -9n),
    ];
    const kinds = new Map([
      ['a', 'work'],
      ['b', 'prize'],
      ['c', 'work'],
    ]);
    expect(earnedBy(lines, kinds, ['prize', 'work', 'royalty'])).toEqual([
      { category: 'prize', amount: 7n },
      { category: 'work', amount: 6n },
    ]);
  });

  it('is flat in a month without movement', () => {
    expect(statementOf(LINES, '2026-05')).toMatchObject({
      opening: 307n,
      earned: 0n,
      closing: 307n,
      lines: [],
    });
    expect(statementOf(LINES, '2025-12')).toMatchObject({ opening: 0n, closing: 0n });
  });

  it('knows where a month ends, at the end of a year too', () => {
    expect(monthBounds('2026-12').until.toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(monthBounds('2028-02').until.toISOString()).toBe('2028-03-01T00:00:00.000Z');
  });

  it('adds up, and every month opens where the one before closed', () => {
    const lines = fc.array(
      fc.record({
        at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-30'), noInvalidDate: true }),
        kind: fc.constantFrom('compensation.earned', 'payout.sent', 'payout.returned', 'compensation.voided'),
        amount: fc.bigInt(-1_000n, 1_000n),
      }),
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const all = drawn
          .map(({ at, kind, amount }) => line(at.toISOString(), kind, amount))
          .toSorted((a, b) => b.at.getTime() - a.at.getTime());
        let before = 0n;
        for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']) {
          const { opening, earned, corrected, paidOut, closing } = statementOf(all, month);
          expect(opening).toBe(before);
          expect(opening + earned + corrected + paidOut).toBe(closing);
          before = closing;
        }
        expect(before).toBe(all.reduce((sum, { amount }) => sum + amount, 0n));
      }),
    );
  });
});
