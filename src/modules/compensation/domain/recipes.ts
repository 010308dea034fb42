import type { Currency } from '../../../kernel/money';
import type { AccountName, EntryDraft } from '../../ledger/contract';
import { account } from '../../ledger/contract';

/** What a recipe must know of an earning. `amount` in minor units; `source` is the fund or the award that pays. */
export interface EarningMoney {
  readonly id: string;
  readonly personId: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly source: AccountName;
  readonly causeType: string;
  readonly causeId: string;
}

/** Every way this module moves value. */

/** A fact was worth money: source → what is owed to the artist. */
export function earnedBy({
  id,
  personId,
  amount,
  currency,
  source,
  causeType,
  causeId,
}: EarningMoney): EntryDraft {
  return {
    reference: `earning:${id}`,
    kind: 'compensation.earned',
    unit: currency,
    postings: [{ from: source, to: account.payable(personId, currency), amount }],
    memo: { cause: `${causeType}:${causeId}` },
  };
}

/** What is owed to a tax office for an earning changed: owed to the artist → owed to it, or back. `null`: it did not. */
export function withheld(
  { id, personId, currency }: EarningMoney,
  programId: string,
  { from, to, revision }: { from: bigint; to: bigint; revision: number },
): EntryDraft | null {
  if (from === to) return null;
  const artist = account.payable(personId, currency);
  const office = account.withheld(programId, currency);
  return {
    reference: `earning:${id}:withheld:${revision}`,
    kind: 'compensation.withheld',
    unit: currency,
    postings: [
      to > from
        ? { from: artist, to: office, amount: to - from }
        : { from: office, to: artist, amount: from - to },
    ],
  };
}

/**
 * An earning was wrong: what is owed for it goes to the programme's fund. What a grant's money paid goes there too: the
 * grant's own account shows what was released.
 */
export function reversed({ id, personId, amount, currency }: EarningMoney, programId: string): EntryDraft {
  return {
    reference: `earning:${id}:reversed`,
    kind: 'compensation.reversed',
    unit: currency,
    postings: [{ from: account.payable(personId, currency), to: account.fund(programId, currency), amount }],
  };
}

/** What was withheld is passed on to the tax office. */
export function remitted(
  id: string,
  programId: string,
  { amount, currency }: { amount: bigint; currency: Currency },
): EntryDraft {
  return {
    reference: `remittance:${id}`,
    kind: 'compensation.remitted',
    unit: currency,
    postings: [{ from: account.withheld(programId, currency), to: account.outside(currency), amount }],
  };
}
