import { eventKind } from '../../kernel/event';
import type { Currency } from '../../kernel/money';
import { refusals } from '../../kernel/refusal';
import type { AccountName } from '../ledger/contract';

export { EARNING_STATES, type EarningState } from './domain/earning.workflow';

export const compensationRefusals = refusals('compensation', {
  claimed_already: {
    kind: 'conflict',
    says: 'One of these earnings is already part of another payout. Draft the batch again.',
  },
});

/** Money became owed to an artist. `amount` is an integer of minor units as text. */
export interface Earned {
  readonly earningId: string;
  readonly personId: string;
  readonly programId: string;
  readonly amount: string;
  readonly currency: Currency;
  /** What it is for, such as `feedback:fbk_…`. */
  readonly cause: string;
}
export const earned = eventKind<Earned>('compensation.earned');

/** What one person is owed and no payout has promised yet. */
export interface DueOf {
  readonly personId: string;
  readonly amount: bigint;
  readonly earningIds: readonly string[];
}

/** What kind of income it is for the artist's books. */
export const CATEGORIES = ['service', 'prize', 'royalty', 'reimbursement'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A fact that earns money. `causeType` and `causeId` name it: it earns once, however often it is told. */
export interface EarningDraft {
  readonly programId: string;
  readonly personId: string;
  readonly category: Category;
  readonly causeType: string;
  readonly causeId: string;
  /** Minor units of `currency`, above zero. */
  readonly amount: bigint;
  readonly currency: Currency;
  /** The account that pays: the programme's fund, or an award. */
  readonly source: AccountName;
  /** `null`: not by the rate card. */
  readonly rate: { readonly version: number; readonly item: string } | null;
  /** Ids and plain values that show why. */
  readonly evidence: Readonly<Record<string, unknown>>;
}
