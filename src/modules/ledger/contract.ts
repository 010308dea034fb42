import { refusals } from '../../kernel/refusal';
import type { AccountKind } from './domain/accounts';

export {
  account,
  accountOf,
  ACCOUNT_KINDS,
  type Account,
  type AccountKind,
  type AccountName,
  type Unit,
} from './domain/accounts';
export { MAX_AMOUNT, type EntryDraft, type HoldDraft, type Posting, type Settlement } from './domain/entry';

export const ledgerRefusals = refusals('ledger', {
  insufficient: {
    kind: 'exhausted',
    status: 402,
    says: 'The account does not hold enough for this. Nothing was moved. Wait for the next allowance or ask for more.',
  },
  reference_reused: {
    kind: 'conflict',
    says: 'This reference already stands for something else. Nothing was moved. Use a reference of its own.',
  },
  hold_unknown: { kind: 'not_found', says: 'There is no hold under this reference.' },
  hold_closed: {
    kind: 'conflict',
    says: 'This hold has ended already and cannot be used again. Reserve anew.',
  },
  over_hold: {
    kind: 'invalid',
    says: 'More was asked for than the hold reserved. Settle at most the amount held.',
  },
});

/** What one account has: `available` = `balance` − `held`. A system account's balance is replayed and may be below zero. */
export interface Balance {
  readonly balance: bigint;
  readonly held: bigint;
  readonly available: bigint;
}

/** What came to and went from a set of accounts under one kind of entry. */
export interface TotalLine {
  readonly accountKind: AccountKind;
  /** Of the entry, e.g. `quota.granted`. */
  readonly kind: string;
  readonly came: bigint;
  readonly went: bigint;
}

/** One posting as its account sees it: arrivals above zero, departures below. */
export interface StatementLine {
  readonly at: Date;
  readonly reference: string;
  readonly kind: string;
  readonly memo: Readonly<Record<string, unknown>>;
  readonly amount: bigint;
  /** The account at the other end of the arrow. */
  readonly other: string;
}
