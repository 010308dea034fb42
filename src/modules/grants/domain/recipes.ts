import type { Currency } from '../../../kernel/money';
import { account, type EntryDraft } from '../../ledger/contract';

/** What a recipe must know of a call. Amounts in minor units of `currency`. */
export interface CallMoney {
  readonly id: string;
  readonly programId: string;
  readonly budget: bigint;
  readonly awarded: bigint;
  readonly currency: Currency;
}

/** Before a call opens its whole budget leaves the fund: what is promised to artists cannot be spent elsewhere. */
export function reserved({ id, programId, budget, currency }: CallMoney): EntryDraft {
  return {
    reference: `call:${id}:reserved`,
    kind: 'grants.reserved',
    unit: currency,
    postings: [{ from: account.fund(programId, currency), to: account.award(id, currency), amount: budget }],
    memo: { programId },
  };
}

/** When a call ends, what was not awarded goes back. `null`: everything was. Awards themselves are earnings. */
export function unspent({ id, programId, budget, awarded, currency }: CallMoney): EntryDraft | null {
  if (awarded === budget) return null;
  return {
    reference: `call:${id}:unspent`,
    kind: 'grants.unspent',
    unit: currency,
    postings: [
      { from: account.award(id, currency), to: account.fund(programId, currency), amount: budget - awarded },
    ],
    memo: { programId },
  };
}
