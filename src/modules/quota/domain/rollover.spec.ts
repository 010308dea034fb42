import * as fc from 'fast-check';
import { closeWindow, type ExpiryRule } from './rollover';

const credits = fc.bigInt({ min: 0n, max: 1_000_000n });
const rules: fc.Arbitrary<ExpiryRule> = fc.record({
  expiresWithWindow: fc.boolean(),
  rolloverPercent: fc.integer({ min: 0, max: 100 }),
  rolloverCap: fc.option(credits, { nil: null }),
});
const half: ExpiryRule = { expiresWithWindow: true, rolloverPercent: 50, rolloverCap: null };

describe('the end of a window', () => {
  test('keeps the published share of what is left, rounded down, and at most the cap', () => {
    const remains = { balance: 101n, held: 0n, lasting: 0n };
    expect(closeWindow(remains, half)).toEqual({ expired: 51n, lasting: 0n });
    expect(closeWindow(remains, { ...half, rolloverCap: 10n })).toEqual({ expired: 91n, lasting: 0n });
    expect(closeWindow(remains, { ...half, rolloverPercent: 0 })).toEqual({ expired: 101n, lasting: 0n });
  });

  test('takes neither what is held nor what was given on top', () => {
    expect(
      closeWindow({ balance: 100n, held: 60n, lasting: 0n }, { ...half, rolloverPercent: 0 }).expired,
    ).toBe(40n);
    expect(closeWindow({ balance: 100n, held: 0n, lasting: 70n }, { ...half, rolloverPercent: 0 })).toEqual({
      expired: 30n,
      lasting: 70n,
    });
    expect(closeWindow({ balance: 20n, held: 0n, lasting: 70n }, half)).toEqual({
      expired: 0n,
      lasting: 20n,
    });
  });

  test('never creates credits, never takes more than is free, and leaves all under a plan without expiry', () => {
    fc.assert(
      fc.property(credits, credits, credits, rules, (free, held, lasting, rule) => {
        const { expired, lasting: after } = closeWindow({ balance: free + held, held, lasting }, rule);
        expect(expired >= 0n && expired <= free).toBe(true);
        expect(after >= 0n && after <= free + held - expired).toBe(true);
        if (!rule.expiresWithWindow) expect(expired).toBe(0n);
        if (rule.rolloverPercent === 100 && rule.rolloverCap === null) expect(expired).toBe(0n);
      }),
      { numRuns: 2_000 },
    );
  });

  test('grants and top-ups less expiry and spending are the balance, over any number of windows', () => {
    const window = fc.record({ grant: credits, spent: credits, topUp: credits, rule: rules });
    fc.assert(
      fc.property(fc.array(window, { maxLength: 30 }), (windows) => {
        const books = { in: 0n, expired: 0n, spent: 0n, topUps: 0n };
        let [balance, lasting] = [0n, 0n];
        for (const { grant, spent, topUp, rule } of windows) {
          balance += grant + topUp;
          lasting += topUp;
          const paid = spent > balance ? balance : spent;
          balance -= paid;
          const closing = closeWindow({ balance, held: 0n, lasting }, rule);
          balance -= closing.expired;
          lasting = closing.lasting;
          books.in += grant + topUp;
          books.spent += paid;
          books.expired += closing.expired;
          expect(balance).toBe(books.in - books.expired - books.spent);
          expect(lasting <= balance && balance >= 0n).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
