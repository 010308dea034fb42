import { LARGEST_AMOUNT, type Currency } from '../../../kernel/money';
import { refusal, type Refusal } from '../../../kernel/refusal';
import { programRefusals, RATE_ITEMS, type RateItem } from '../contract';

const COUNTRY = /^[A-Z]{2}$/;

const isItem = (key: string): key is RateItem => Object.hasOwn(RATE_ITEMS, key);
const isPrice = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= LARGEST_AMOUNT;

/** The rules of a card as they are written and stored: what is absent is what `rateDefaults` says. */
export interface WrittenRules {
  readonly floorPerHour?: number;
  readonly floors?: Readonly<Record<string, number>>;
  readonly killFeePercent?: number;
  readonly payWithinDays?: number;
  readonly lateBasisPointsPerDay?: number;
}

/** The first reason why this price list (minor units per item) may not be published, or `null`. */
export function rateCardFault(
  items: Readonly<Record<string, unknown>>,
  { floors = {} }: WrittenRules = {},
): Refusal | null {
  const keys = Object.keys(items);
  const unknown = keys.filter((key) => !isItem(key));
  if (unknown.length > 0) {
    return refusal(programRefusals, 'rate_unknown', { unknown, known: Object.keys(RATE_ITEMS) });
  }
  const missing = (Object.keys(RATE_ITEMS) as RateItem[]).filter(
    (key) => RATE_ITEMS[key].isRequired && !keys.includes(key),
  );
  if (missing.length > 0) return refusal(programRefusals, 'rate_missing', { missing });
  const wrong = keys.filter((key) => !isPrice(items[key]));
  if (wrong.length > 0) return refusal(programRefusals, 'rate_not_an_amount', { items: wrong });
  const countries = Object.entries(floors).filter(([key, value]) => !COUNTRY.test(key) || !isPrice(value));
  return countries.length === 0
    ? null
    : refusal(programRefusals, 'rate_floor_wrong', { countries: countries.map(([key]) => key) });
}

/** Prices in another currency than the programme's books would be promises that its fund cannot keep. */
export function currencyFault(asked: Currency | undefined, currency: Currency): Refusal | null {
  return asked === undefined || asked === currency
    ? null
    : refusal(programRefusals, 'rate_currency', { asked, currency });
}

export const RATE_CHANGES = ['added', 'removed', 'raised', 'lowered'] as const;

/** One line that differs between two cards; `null`: the card does not have it. Lines of rules begin with `rules.`. */
export interface RateChange {
  readonly line: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: (typeof RATE_CHANGES)[number];
}

/** What a card says, as lines with a number each. */
export interface RateLines {
  readonly items: Readonly<Record<string, number>>;
  readonly rules: Required<WrittenRules>;
}

function linesOf({ items, rules: { floors, ...rules } }: RateLines): Map<string, number> {
  return new Map([
    ...Object.entries(items),
    ...Object.entries(rules).map(([key, value]) => [`rules.${key}`, value] as const),
    ...Object.entries(floors).map(([key, value]) => [`rules.floors.${key}`, value] as const),
  ]);
}

function kindOf(before: number | undefined, after: number | undefined): RateChange['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return after > before ? 'raised' : 'lowered';
}

/** What differs between two cards, in the order of their lines; a first card is all added. */
export function rateChanges(before: RateLines | null, after: RateLines): RateChange[] {
  const old = before === null ? new Map<string, number>() : linesOf(before);
  const now = linesOf(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((line) => old.get(line) !== now.get(line))
    .map((line) => ({
      line,
      before: old.get(line) ?? null,
      after: now.get(line) ?? null,
      change: kindOf(old.get(line), now.get(line)),
    }));
}
