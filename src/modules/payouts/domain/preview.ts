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

/** Lines that have something in common: how many there are, and the first of them. */
export interface Group<L> {
  readonly count: number;
  readonly first: readonly L[];
}

export type Unusual<L> = Readonly<Record<'fresh' | 'moved' | 'changed', Group<L>>>;

const NONE = { count: 0, first: [] } as const;
export const NOTHING_UNUSUAL: Unusual<never> = { fresh: NONE, moved: NONE, changed: NONE };

/** How far the amount is from the run before. */
function change({ amount, before }: PreviewLine): bigint {
  const by = amount - (before ?? 0n);
  return by < 0n ? -by : by;
}

/**
 * Tells new payees, changed details and changed amounts apart, the largest change first; what did not change is left out.
 * `seen` is what the lines before these gave; of each group only the first `most` lines are kept.
 */
export function unusual<L extends PreviewLine>(
  seen: Unusual<L>,
  lines: readonly L[],
  most: number,
): Unusual<L> {
  const more = (
    { count, first }: Group<L>,
    found: readonly L[],
    order?: (a: L, b: L) => number,
  ): Group<L> => {
    const all = [...first, ...found];
    return {
      count: count + found.length,
      first: (order === undefined ? all : all.toSorted(order)).slice(0, most),
    };
  };
  const changed = lines.filter(({ before, amount }) => before !== null && before !== amount);
  return {
    fresh: more(
      seen.fresh,
      lines.filter(({ wasPaid }) => !wasPaid),
    ),
    moved: more(
      seen.moved,
      lines.filter(({ hasMoved }) => hasMoved),
    ),
    changed: more(seen.changed, changed, (a, b) => (change(b) > change(a) ? 1 : -1)),
  };
}
