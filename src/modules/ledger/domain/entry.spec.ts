import fc from 'fast-check';
import { LedgerModel } from '../../../../test/support/ledger-model';
import { ledgerCommand, type LedgerCommand } from '../../../../test/support/ledger-commands';
import { account, accountOf } from './accounts';
import {
  checkEntry,
  checkHold,
  checkSettlement,
  deltasOf,
  entryDigest,
  settlementDigest,
  type EntryDraft,
} from './entry';

const credits = account.credits('enr_a');
const issued = account.issued('credit');
const draft = (part: Partial<EntryDraft>): EntryDraft => ({
  reference: 'grant:1',
  kind: 'quota.granted',
  unit: 'credit',
  postings: [{ from: issued, to: credits, amount: 5n }],
  ...part,
});

describe('an entry', () => {
  it('is refused as a bug when it is empty, lopsided, mixed, pays itself or moves nothing', () => {
    expect(() => checkEntry(draft({}))).not.toThrow();
    expect(() => checkEntry(draft({ postings: [] }))).toThrow(/1 to 200 postings/);
    expect(() => checkEntry(draft({ postings: [{ from: issued, to: credits, amount: 0n }] }))).toThrow(
      /an amount is from 1/,
    );
    expect(() => checkEntry(draft({ postings: [{ from: issued, to: credits, amount: -1n }] }))).toThrow(
      RangeError,
    );
    expect(() => checkEntry(draft({ postings: [{ from: issued, to: credits, amount: 2n ** 53n }] }))).toThrow(
      RangeError,
    );
    expect(() => checkEntry(draft({ postings: [{ from: credits, to: credits, amount: 1n }] }))).toThrow(
      /cannot pay itself/,
    );
    expect(() => checkEntry(draft({ unit: 'EUR' }))).toThrow(/counts credit, the entry moves EUR/);
    expect(() => checkEntry(draft({ reference: 'has a space' }))).toThrow(/not a reference/);
  });

  it('sorts what it does to guarded accounts and leaves system accounts alone', () => {
    const b = account.credits('enr_b');
    const postings = [
      { from: b, to: credits, amount: 7n },
      { from: credits, to: b, amount: 2n },
      { from: credits, to: account.spent('credit'), amount: 1n },
    ];
    expect(deltasOf(postings)).toEqual([
      { account: credits, amount: 4n },
      { account: b, amount: -5n },
    ]);
  });

  it('has one digest per content, whatever the order of the memo', () => {
    const digest = (part: Partial<EntryDraft>): string => entryDigest(draft(part)).toString('hex');
    expect(digest({ memo: { a: 1, b: { c: 2, d: 3 } } })).toBe(digest({ memo: { b: { d: 3, c: 2 }, a: 1 } }));
    expect(digest({ memo: {} })).toBe(digest({}));
    const others = [
      { kind: 'quota.given' },
      { memo: { a: 2 } },
      { postings: [{ from: issued, to: credits, amount: 6n }] },
    ];
    expect(new Set([digest({}), ...others.map(digest)]).size).toBe(4);
  });
});

describe('a hold and its settlement', () => {
  it('exists on guarded accounts only', () => {
    const hold = { reference: 'hold:1', amount: 1n, expiresAt: null };
    expect(() => checkHold({ ...hold, account: credits })).not.toThrow();
    expect(() => checkHold({ ...hold, account: issued })).toThrow(/no balance to hold on/);
    expect(() => checkHold({ ...hold, account: credits, amount: 0n })).toThrow(RangeError);
  });

  it('settles something, and each content has its own digest', () => {
    const entry = { reference: 'settle:1', kind: 'quota.spent', to: account.spent('credit') };
    expect(checkSettlement({ hold: 'hold:1', amount: 1n, entry })).toBe('credit');
    expect(() => checkSettlement({ hold: 'hold:1', amount: 0n, entry })).toThrow(RangeError);
    const one = settlementDigest({ hold: 'hold:1', amount: 1n, entry });
    expect(one).not.toEqual(settlementDigest({ hold: 'hold:1', amount: 2n, entry }));
    expect(one).not.toEqual(settlementDigest({ hold: 'hold:2', amount: 1n, entry }));
  });
});

function play(model: LedgerModel, command: LedgerCommand): unknown {
  if (command.ask === 'post') return model.post(command.entry);
  if (command.ask === 'hold') return model.hold(command.hold);
  if (command.ask === 'settle') return model.settle(command.settlement);
  return command.ask === 'release' ? model.release(command.hold) : model.expire(new Date());
}

/** The first account that is wrong; `null` when all is well. */
function unsound(model: LedgerModel): string | null {
  let sum = 0n;
  for (const [name, { balance, held }] of model.accounts) {
    sum += balance;
    const replayed = model.arrows.reduce(
      (total, { from, to, amount }) => total + (to === name ? amount : 0n) - (from === name ? amount : 0n),
      0n,
    );
    const open = [...model.holds.values()].filter(
      (hold) => hold.state === 'open' && hold.draft.account === name,
    );
    const promised = open.reduce((total, { draft: { amount } }) => total + amount, 0n);
    if (balance !== replayed || held !== promised || (accountOf(name).isGuarded && balance < held))
      return name;
  }
  return sum === 0n ? null : `value from nowhere: ${sum}`;
}

describe('the model that Postgres is compared with', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);

  it(`keeps its invariants in 10,000 sequences (SEED=${seed})`, () => {
    const sequence = fc.array(ledgerCommand('m'), { minLength: 1, maxLength: 25 });
    const check = fc.property(sequence, (commands) => {
      const model = new LedgerModel();
      for (const command of commands) play(model, command);
      expect(unsound(model)).toBeNull();
    });
    fc.assert(check, { numRuns: 10_000, seed });
  });

  it(`sums to zero and touches each guarded account once, in order (SEED=${seed})`, () => {
    const any = fc.constantFrom(
      issued,
      account.spent('credit'),
      ...['c', 'a', 'b'].map((n) => account.credits(`enr_${n}`)),
    );
    const posting = fc.record({ from: any, to: any, amount: fc.bigInt({ min: 1n, max: 1_000n }) });
    const check = fc.property(fc.array(posting, { maxLength: 12 }), (postings) => {
      const names = deltasOf(postings).map((delta) => delta.account);
      expect(names).toEqual([...new Set(names)].toSorted());
    });
    fc.assert(check, { numRuns: 10_000, seed });
  });
});
