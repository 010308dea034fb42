import fc from 'fast-check';
import {
  account,
  type AccountName,
  type EntryDraft,
  type HoldDraft,
  type Settlement,
} from '../../src/modules/ledger';

/** One thing that may be asked of the ledger, as plain data: the model and the real one both understand it. */
export type LedgerCommand =
  | { readonly ask: 'post'; readonly entry: EntryDraft }
  | { readonly ask: 'hold'; readonly hold: HoldDraft }
  | { readonly ask: 'settle'; readonly settlement: Settlement }
  | { readonly ask: 'release'; readonly hold: string }
  | { readonly ask: 'expire' };

/** Few accounts and few references: sequences collide, repeat and reuse all the time. `run` keeps runs apart. */
export function ledgerCommand(run: string): fc.Arbitrary<LedgerCommand> {
  const artist = fc.constantFrom(...[0, 1, 2].map((n) => account.credits(`enr_${run}_${n}`)));
  const system = fc.constantFrom<AccountName>(
    account.issued('credit'),
    account.spent('credit'),
    account.goodwill(),
  );
  const any = fc.oneof({ weight: 3, arbitrary: artist }, { weight: 2, arbitrary: system });
  const amount = fc.bigInt({ min: 1n, max: 12n });
  const reference = (kind: string): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: 9 }).map((n) => `${kind}:${run}:${n}`);
  const posting = fc.record({ from: any, to: any, amount }).filter(({ from, to }) => from !== to);
  const post = fc
    .record({ reference: reference('entry'), postings: fc.array(posting, { minLength: 1, maxLength: 3 }) })
    .map((draft): LedgerCommand => ({
      ask: 'post',
      entry: { ...draft, kind: 'test.moved', unit: 'credit' },
    }));
  const grant = fc
    .record({ reference: reference('grant'), to: artist, amount })
    .map(({ to, ...rest }): LedgerCommand => {
      const postings = [{ from: account.issued('credit'), to, amount: rest.amount * 4n }];
      return {
        ask: 'post',
        entry: { reference: rest.reference, kind: 'test.granted', unit: 'credit', postings },
      };
    });
  const hold = fc
    .record({
      reference: reference('hold'),
      account: artist,
      amount,
      expiresAt: fc.constantFrom(null, new Date(0), new Date('2999-01-01')),
    })
    .map((draft): LedgerCommand => ({ ask: 'hold', hold: draft }));
  const settle = fc
    .record({ hold: reference('hold'), amount, reference: reference('entry'), to: system })
    .map(({ reference: name, to, ...rest }): LedgerCommand => {
      return { ask: 'settle', settlement: { ...rest, entry: { reference: name, kind: 'test.settled', to } } };
    });
  const release = reference('hold').map((name): LedgerCommand => ({ ask: 'release', hold: name }));
  return fc.oneof(
    { weight: 4, arbitrary: post },
    { weight: 4, arbitrary: grant },
    { weight: 6, arbitrary: hold },
    { weight: 6, arbitrary: settle },
    { weight: 2, arbitrary: release },
    { weight: 1, arbitrary: fc.constant<LedgerCommand>({ ask: 'expire' }) },
  );
}
