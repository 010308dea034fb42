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

/** Every way this module moves value. A fact was worth money: source → what is owed to the artist. */
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
