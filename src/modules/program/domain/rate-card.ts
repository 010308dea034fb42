import { LARGEST_AMOUNT } from '../../../kernel/money';
import { refusal, type Refusal } from '../../../kernel/refusal';
import { programRefusals, RATE_ITEMS, type RateItem } from '../contract';

const isItem = (key: string): key is RateItem => Object.hasOwn(RATE_ITEMS, key);
const isPrice = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= LARGEST_AMOUNT;

/** The first reason why this price list (minor units per item) may not be published, or `null`. */
export function rateCardFault(items: Readonly<Record<string, unknown>>): Refusal | null {
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
  return wrong.length > 0 ? refusal(programRefusals, 'rate_not_an_amount', { items: wrong }) : null;
}
