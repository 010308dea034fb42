import type { Currency } from '../../../kernel/money';
import { account, type EntryDraft, type HoldDraft, type Settlement } from '../../ledger/contract';

/** What a recipe must know of a payout. `amount` in minor units. */
export interface PayoutMoney {
  readonly id: string;
  readonly personId: string;
  readonly amount: bigint;
  readonly currency: Currency;
}

/** Every way in which a payout moves money. Each reference exists once in the ledger: a repeated step is a no-op. */
export const holdOf = (payoutId: string): string => `payout:${payoutId}`;
const step = (payoutId: string, name: string): string => `payout:${payoutId}:${name}`;

/** Approved: what is owed to the artist is reserved, so that the entry at acceptance cannot be refused. */
export function approved({ id, personId, amount, currency }: PayoutMoney): HoldDraft {
  return { reference: holdOf(id), account: account.payable(personId, currency), amount, expiresAt: null };
}

/** Accepted by the rail: owed → on its way. */
export function accepted({ id, amount, currency }: PayoutMoney): Settlement {
  const to = account.transit(id, currency);
  return { hold: holdOf(id), amount, entry: { reference: step(id, 'sent'), kind: 'payout.sent', to } };
}

/** Arrived: on its way → outside. */
export function paid({ id, amount, currency }: PayoutMoney): EntryDraft {
  return {
    reference: step(id, 'paid'),
    kind: 'payout.paid',
    unit: currency,
    postings: [{ from: account.transit(id, currency), to: account.outside(currency), amount }],
  };
}

/** The rail gave up on the way: on its way → owed again. */
export function failed({ id, personId, amount, currency }: PayoutMoney): EntryDraft {
  return {
    reference: step(id, 'failed'),
    kind: 'payout.failed',
    unit: currency,
    postings: [{ from: account.transit(id, currency), to: account.payable(personId, currency), amount }],
  };
}

/** Sent back by the payee's bank, before or after it was reported as paid: owed again. */
export function returned({ id, personId, amount, currency }: PayoutMoney, wasPaid: boolean): EntryDraft {
  const from = wasPaid ? account.outside(currency) : account.transit(id, currency);
  return {
    reference: step(id, 'returned'),
    kind: 'payout.returned',
    unit: currency,
    postings: [{ from, to: account.payable(personId, currency), amount }],
  };
}
