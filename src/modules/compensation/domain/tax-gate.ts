import type { Category } from './categories';
import type { TaxFormState } from './tax-form.workflow';
import {
  EU_COUNTRIES,
  reaches,
  TAX_FORMS,
  thresholdOf,
  US_WITHHOLDING,
  type TaxFormKind,
  type TaxRegime,
} from './tax-rules';

/** One form of a person, as far as rules are concerned. */
export interface FormFact {
  readonly kind: TaxFormKind;
  readonly state: TaxFormState;
  /** Hundredths of a percent by treaty, where one is claimed. */
  readonly treatyRate: bigint | null;
  readonly expiresAt: Date | null;
}

/** What somebody got and is about to get in a calendar year, of one kind. Minor units of the threshold's currency. */
export interface YearSum {
  readonly category: Category;
  readonly amount: bigint;
  /** Whether a part of it is in another currency: it cannot be compared, so it counts as reached. */
  readonly isMixed: boolean;
}

export interface PayeeFacts {
  readonly regime: TaxRegime;
  /** Country of tax residence; `null`: never said. */
  readonly residence: string | null;
  readonly isUsPerson: boolean;
  readonly forms: readonly FormFact[];
  readonly sums: readonly YearSum[];
  readonly year: number;
}

export const PAY_BLOCKS = {
  residence_missing: 'The country of tax residence is not known. The artist says it on the page Tax.',
  form_missing: 'A tax form is needed and was not handed in.',
  form_waiting: 'The tax form was handed in and waits to be looked at.',
  form_rejected: 'The tax form was rejected. The artist hands in a right one.',
  form_expired: 'The tax form is no longer valid. The artist hands in a new one.',
} as const;
/** Why somebody is not paid now. Nothing of it is lost: it stays due until the reason is gone. */
export type PayBlock = keyof typeof PAY_BLOCKS;

const isIncome = ({ category, amount }: YearSum): boolean => category !== 'reimbursement' && amount > 0n;

/** Whether income of one of these kinds reaches its line this year. */
function isReportable({ regime, sums, year }: PayeeFacts): boolean {
  return sums.filter(isIncome).some(({ category, amount, isMixed }) => {
    const line = thresholdOf(regime, category, year);
    return line !== null && (isMixed || reaches(amount, line));
  });
}

/** The kinds of which one must be valid before this person is paid; empty: none is needed. */
export function neededForms(facts: PayeeFacts): readonly TaxFormKind[] {
  if (!facts.sums.some(isIncome)) return [];
  if (facts.regime === 'dac7') return EU_COUNTRIES.has(facts.residence ?? '') ? ['dac7'] : [];
  if (facts.regime === 'none') return [];
  if (facts.isUsPerson) return isReportable(facts) ? ['w9'] : [];
  return ['w8ben', 'w8bene', 'w8eci', 'f8233'];
}

const isValid = (form: FormFact, now: Date): boolean =>
  form.state === 'valid' && (form.expiresAt === null || form.expiresAt > now);

/** Why this person may not be paid now; `null`: nothing stands in the way. */
export function payBlock(facts: PayeeFacts, now: Date): PayBlock | null {
  if (facts.regime === 'none' || !facts.sums.some(isIncome)) return null;
  if (facts.residence === null) return 'residence_missing';
  const needed = neededForms(facts);
  if (needed.length === 0) return null;
  const forms = facts.forms.filter(({ kind }) => needed.includes(kind));
  if (forms.some((form) => isValid(form, now))) return null;
  if (forms.some(({ state }) => state === 'received')) return 'form_waiting';
  if (forms.some(({ state }) => state === 'rejected')) return 'form_rejected';
  if (forms.some(({ state }) => state === 'expired' || state === 'valid')) return 'form_expired';
  return 'form_missing';
}

/** An earning, as far as withholding is concerned. */
export interface TaxedEarning {
  readonly category: Category;
  readonly amount: bigint;
  readonly sourceCountry: string | null;
}

/**
 * Minor units to withhold from an earning: under the rules of the United States, from a person from elsewhere, on
 * income from there, the rate of the treaty or 30 percent; everything else nothing. Rounded down: the artist keeps the
 * part of a cent.
 */
export function withheldFrom(
  { category, amount, sourceCountry }: TaxedEarning,
  { regime, isUsPerson, forms }: Pick<PayeeFacts, 'regime' | 'isUsPerson' | 'forms'>,
  now: Date,
): bigint {
  if (regime !== 'us' || isUsPerson || category === 'reimbursement' || sourceCountry !== 'US') return 0n;
  const valid = forms.filter((form) => isValid(form, now) && TAX_FORMS[form.kind].regime === 'us');
  if (valid.length === 0) return 0n; // the gate keeps it until there is a form
  if (valid.some(({ kind }) => TAX_FORMS[kind].withholds === 'nothing' && exempts(kind, category))) return 0n;
  const rate = valid.map(({ treatyRate }) => treatyRate ?? US_WITHHOLDING).reduce((a, b) => (a < b ? a : b));
  return (amount * rate) / 10_000n;
}

/** Form 8233 is about services only. */
function exempts(kind: TaxFormKind, category: Category): boolean {
  return kind !== 'f8233' || category === 'service';
}
