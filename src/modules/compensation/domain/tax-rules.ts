import type { Currency } from '../../../kernel/money';
import type { Category } from './categories';

/**
 * Rules of tax as data, each with where it is from. They decide which form is asked for, when it must be there, and
 * what is withheld. Not tax advice: whoever pays has them confirmed by an accountant.
 */

export const TAX_REGIMES = ['none', 'us', 'dac7'] as const;
/** By whose rules a programme pays: `none` asks for no form. */
export type TaxRegime = (typeof TAX_REGIMES)[number];

interface FormRow {
  readonly regime: Exclude<TaxRegime, 'none'>;
  readonly says: string;
  /** Full calendar years after the one of the signature in which it stays valid; `null`: until something changes. */
  readonly yearsAfter: number | null;
  /** Hundredths of a percent that a valid one leaves to withhold on income from the payer's country. */
  readonly withholds: 'nothing' | 'rate_or_treaty';
  readonly source: string;
}

export const TAX_FORMS = {
  w9: {
    regime: 'us',
    says: 'W-9: a US person certifies name and number',
    yearsAfter: null,
    withholds: 'nothing',
    source: 'IRS, Instructions for the Requester of Form W-9',
  },
  w8ben: {
    regime: 'us',
    says: 'W-8BEN: a person from elsewhere certifies foreign status and claims a treaty',
    yearsAfter: 3,
    withholds: 'rate_or_treaty',
    source:
      'IRS, Instructions for Form W-8BEN: valid until the last day of the third succeeding calendar year',
  },
  w8bene: {
    regime: 'us',
    says: 'W-8BEN-E: the same for a company',
    yearsAfter: 3,
    withholds: 'rate_or_treaty',
    source: 'IRS, Instructions for Form W-8BEN-E',
  },
  w8eci: {
    regime: 'us',
    says: 'W-8ECI: income connected with a trade in the United States',
    yearsAfter: 3,
    withholds: 'nothing',
    source: 'IRS, Instructions for Form W-8ECI',
  },
  f8233: {
    regime: 'us',
    says: 'Form 8233: personal services exempt by treaty',
    yearsAfter: 0,
    withholds: 'nothing',
    source: 'IRS, Instructions for Form 8233: for one calendar year',
  },
  dac7: {
    regime: 'dac7',
    says: 'Seller details under DAC7: name, address, number and date of birth',
    yearsAfter: null,
    withholds: 'nothing',
    source: 'Council Directive (EU) 2021/514, Annex V, Section II B',
  },
} as const satisfies Record<string, FormRow>;
export type TaxFormKind = keyof typeof TAX_FORMS;
export const TAX_FORM_KINDS = Object.keys(TAX_FORMS) as readonly TaxFormKind[];

export interface Threshold {
  readonly regime: Exclude<TaxRegime, 'none'>;
  /** What is reported once it is reached. */
  readonly report: string;
  readonly category: Category;
  readonly fromYear: number;
  /** `null`: until the next line says otherwise. */
  readonly untilYear: number | null;
  readonly currency: Currency;
  /** Minor units of a calendar year; 0: any amount. */
  readonly minor: bigint;
  /** Whether exactly this amount counts as reached. */
  readonly isInclusive: boolean;
  readonly source: string;
}

const US_NEW = 'P.L. 119-21 §70433: payments made after 31 December 2025; indexed from 2027 on';
const US_OLD = '26 U.S.C. §6041(a) before P.L. 119-21: "$600 or more"';

/** From which sum of a year income of a kind is reported and its form must be there. */
export const THRESHOLDS: readonly Threshold[] = [
  ...(['service', 'prize'] as const).flatMap((category): Threshold[] => {
    const report = category === 'service' ? '1099-NEC' : '1099-MISC';
    const line = { regime: 'us', report, category, currency: 'USD', isInclusive: true } as const;
    return [
      { ...line, fromYear: 2000, untilYear: 2025, minor: 60_000n, source: US_OLD },
      { ...line, fromYear: 2026, untilYear: null, minor: 200_000n, source: US_NEW },
    ];
  }),
  {
    regime: 'us',
    report: '1099-MISC',
    category: 'royalty',
    fromYear: 2000,
    untilYear: null,
    currency: 'USD',
    minor: 1_000n,
    isInclusive: true,
    source: '26 U.S.C. §6050N: royalties of $10 or more',
  },
];

/** Withheld from a person from elsewhere on income from the United States without a treaty: 26 U.S.C. §1441, 30 percent. */
export const US_WITHHOLDING = 3_000n;

/** Member states of the European Union, ISO 3166-1. */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function thresholdOf(regime: TaxRegime, category: Category, year: number): Threshold | null {
  return (
    THRESHOLDS.find(
      (line) =>
        line.regime === regime &&
        line.category === category &&
        line.fromYear <= year &&
        (line.untilYear === null || year <= line.untilYear),
    ) ?? null
  );
}

/** Whether a year's sum reaches the line: at the amount itself only where the line is inclusive. */
export function reaches(
  sum: bigint,
  { minor, isInclusive }: Pick<Threshold, 'minor' | 'isInclusive'>,
): boolean {
  if (minor === 0n) return sum > 0n;
  return isInclusive ? sum >= minor : sum > minor;
}

/** When a form that was signed on `signedOn` (YYYY-MM-DD) stops to be valid; `null`: only when something changes. */
export function expiryOf(kind: TaxFormKind, signedOn: string): Date | null {
  const { yearsAfter } = TAX_FORMS[kind];
  return yearsAfter === null ? null : new Date(Date.UTC(Number(signedOn.slice(0, 4)) + yearsAfter + 1, 0, 1));
}

/**
 * Where income is from. Work is from where the artist works, prizes and royalties from where the payer is; a refund of
 * costs is no income, its country is the artist's. `null`: not known yet.
 */
export function sourceCountryOf(
  category: Category,
  payerCountry: string | null,
  residence: string | null,
): string | null {
  return category === 'prize' || category === 'royalty' ? payerCountry : residence;
}
