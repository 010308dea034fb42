import { eventKind } from '../../kernel/event';
import type { Currency } from '../../kernel/money';
import { refusals } from '../../kernel/refusal';
import type { AccountName } from '../ledger/contract';
import type { Category } from './domain/categories';

export { CATEGORIES, CATEGORY_NAMES, type Category } from './domain/categories';
export {
  CORRECTION_REASONS,
  CORRECTION_STATES,
  type CorrectionReason,
  type CorrectionState,
} from './domain/correction.workflow';
export { EARNING_STATES, type EarningState } from './domain/earning.workflow';
export { TAX_FORM_STATES, type TaxFormState } from './domain/tax-form.workflow';
export { PAY_BLOCKS, type PayBlock } from './domain/tax-gate';
export {
  TAX_FORMS,
  TAX_REGIMES,
  THRESHOLDS,
  thresholdOf,
  reaches,
  type TaxFormKind,
  type TaxRegime,
  type Threshold,
} from './domain/tax-rules';

export const compensationRefusals = refusals('compensation', {
  claimed_already: {
    kind: 'conflict',
    says: 'One of these earnings is already part of another payout. Draft the batch again.',
  },
  own_money: { kind: 'forbidden', says: 'This amount is your own. Two other people correct it.' },
  second_person_missing: {
    kind: 'forbidden',
    says: 'You proposed this correction. Nothing is taken back before another person confirms it.',
  },
  paid_already: {
    kind: 'conflict',
    says: 'This amount is with a payout or was paid, so it stays as it is. Cancel the payout first, or settle it with the artist.',
  },
  second_look_open: {
    kind: 'conflict',
    says: 'Two people agreed, and somebody outside of the line looks at it before it takes effect. Their verdict comes within five days.',
  },
  correction_open: {
    kind: 'conflict',
    says: 'A correction of this amount is proposed already. Confirm or withdraw it first.',
  },
  same_amount: {
    kind: 'invalid',
    says: 'The right amount is the amount that stands. Nothing is to be corrected.',
  },
  no_price: {
    kind: 'conflict',
    says: 'The rate card in force has no price for this. Publish one with the item, then pay it.',
  },
  own_form: { kind: 'forbidden', says: 'This form is your own. Another person looks at it.' },
  reason_missing: {
    kind: 'invalid',
    says: 'Say what is wrong with the form, so that a right one can be handed in.',
  },
  not_over: { kind: 'conflict', says: 'The form is still valid.' },
  residence_unfit: {
    kind: 'invalid',
    says: 'This form is not for somebody with this residence: W-9 is for US persons, the others are for everybody else.',
  },
  signed_later: {
    kind: 'invalid',
    says: 'The form is signed on a day that is still to come. Correct the date.',
  },
  form_over: {
    kind: 'invalid',
    says: 'A form that was signed on this day is no longer valid. Sign a new one and hand that in.',
  },
  treaty_unfit: {
    kind: 'invalid',
    says: 'A treaty is claimed on a W-8BEN or W-8BEN-E, with its country and a rate below 30 percent.',
  },
  payer_unfit: {
    kind: 'invalid',
    says: 'The rules of the United States are for a payer in the US, DAC7 is for one in the European Union.',
  },
});

/** A tax form took a step. Nothing of its content is told. */
export interface TaxFormMoved {
  readonly formId: string;
  readonly personId: string;
  readonly kind: string;
  readonly verb: string;
  readonly to: string;
}
export const taxFormMoved = eventKind<TaxFormMoved>('compensation.tax_form_moved');

/** An amount that was earned was taken back by two people; `rightAmount` (minor units as text) stands in its place. */
export interface EarningReversed {
  readonly earningId: string;
  readonly correctionId: string;
  readonly personId: string;
  readonly programId: string;
  readonly reason: string;
  readonly note: string;
  readonly amount: string;
  readonly rightAmount: string;
  readonly currency: Currency;
}
export const earningReversed = eventKind<EarningReversed>('compensation.earning_reversed');

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

/** Where what is due is looked for. */
export interface DueIn {
  readonly programId: string;
  readonly currency: Currency;
}

/** Earnings that are promised to one payout. */
export interface Claim {
  readonly payoutId: string;
  readonly earningIds: readonly string[];
}

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
  /** Where the income is from (ISO 3166-1 alpha-2); absent: as the rules of its category say. */
  readonly sourceCountry?: string;
}
