import { CURRENCIES, type Currency } from '../../../kernel/money';

/** What one line of a preview is made of. Amounts in minor units. */
export interface PreviewLine {
  readonly personId: string;
  readonly amount: bigint;
  /** The person was paid before. */
  readonly wasPaid: boolean;
  /** Where their money arrives has changed since they were paid last. */
  readonly hasMoved: boolean;
  /** What the run before paid them; `null`: it did not. */
  readonly before: bigint | null;
}

export interface Totals {
  readonly amount: bigint;
  readonly count: number;
}

/** Minor units as people write them, `1234.50 EUR`; no float on the way. */
export function written(amount: bigint, currency: Currency): string {
  const digits = CURRENCIES[currency];
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${amount < 0n ? '-' : ''}${whole} ${currency}`;
}

const people = (count: number): string => (count === 1 ? '1 artist' : `${count} artists`);

export interface Effect {
  readonly total: Totals;
  readonly currency: Currency;
  readonly programName: string;
  readonly rail: string;
  readonly isTest: boolean;
  readonly fresh: number;
  readonly moved: number;
  readonly before: Totals | null;
}

const ANOTHER: Record<string, string> = {
  sandbox: 'through the sandbox',
  stripe: 'through Stripe',
  bank_file: 'by bank file',
};

/** What an approval does, in one sentence that names the sum, the people, the way and what is unusual. */
export function netEffect({ total, currency, programName, rail, ...more }: Effect): string {
  const parts = [
    `Approving sends ${written(total.amount, currency)} from ${programName} to ${people(total.count)} ${ANOTHER[rail] ?? rail}`,
  ];
  if (more.fresh > 0) parts.push(`${people(more.fresh)} for the first time`);
  if (more.moved > 0) parts.push(`${people(more.moved)} with changed bank details`);
  if (more.before !== null) {
    const change = total.amount - more.before.amount;
    const size = written(change < 0n ? -change : change, currency);
    parts.push(
      change === 0n
        ? 'as much as the last run'
        : `${size} ${change > 0n ? 'more' : 'less'} than the last run`,
    );
  }
  return `${parts.join(', ')}${more.isTest ? '; it is a test: no real money moves' : ''}.`;
}

/** Tells new payees, changed details and changed amounts apart, the largest change first; what did not change is left out. */
export function unusual<L extends PreviewLine>(
  lines: readonly L[],
): Readonly<Record<'fresh' | 'moved' | 'changed', L[]>> {
  const change = ({ amount, before }: L): bigint => {
    const by = amount - (before ?? 0n);
    return by < 0n ? -by : by;
  };
  return {
    fresh: lines.filter(({ wasPaid }) => !wasPaid),
    moved: lines.filter(({ hasMoved }) => hasMoved),
    changed: lines
      .filter(({ before, amount }) => before !== null && before !== amount)
      .toSorted((a, b) => (change(b) > change(a) ? 1 : -1)),
  };
}
