import type { Schemas } from '../../api/client';
import type { RateChange } from '../../ui/rate-lines';
import type { RulesForm } from './rate-rules-fields';

type Card = Schemas['RateCardVersionView'];
type Body = Schemas['RateCardBody'];

/** `12.5` with two decimals → 1250. From the typed digits, so that nothing is rounded. */
export function minor(value: number | string, digits: number): number {
  const [whole = '', part = ''] = String(value).split('.');
  return Number(whole + part.padEnd(digits, '0').slice(0, digits));
}

const major = (amount: number | undefined, digits: number): number | string =>
  amount === undefined ? '' : amount / 10 ** digits;

export interface CardForm {
  prices: Record<string, number | string>;
  rules: RulesForm;
}

/** The form begins with the card in force; a first one with what holds where a card says nothing. */
export function formOf(items: readonly string[], card: Card | null, digits: number): CardForm {
  const rules = card?.rules;
  return {
    prices: Object.fromEntries(items.map((item) => [item, major(card?.items[item], digits)])),
    rules: {
      floorPerHour: major(rules?.floorPerHour, digits),
      floors: Object.entries(rules?.floors ?? {}).map(([country, amount]) => ({
        country,
        amount: major(amount, digits),
      })),
      killFeePercent: rules?.killFeePercent ?? 50,
      payWithinDays: rules?.payWithinDays ?? 10,
      latePercent: (rules?.lateBasisPointsPerDay ?? 5) / 100,
    },
  };
}

export function bodyOf(
  { prices, rules }: CardForm,
  digits: number,
): Body & { rules: Schemas['RateRulesBody'] } {
  const priced = Object.entries(prices).filter(([, price]) => price !== '');
  return {
    items: Object.fromEntries(priced.map(([item, price]) => [item, minor(price, digits)])),
    rules: {
      ...(rules.floorPerHour !== '' && { floorPerHour: minor(rules.floorPerHour, digits) }),
      floors: Object.fromEntries(rules.floors.map(({ country, amount }) => [country, minor(amount, digits)])),
      killFeePercent: Number(rules.killFeePercent),
      payWithinDays: Number(rules.payWithinDays),
      lateBasisPointsPerDay: minor(rules.latePercent, 2),
    },
  };
}

function linesOf({
  items,
  rules,
}: Pick<Body, 'items'> & { rules: Schemas['RateRulesBody'] }): Map<string, number> {
  const { floors = {}, ...rest } = rules;
  return new Map([
    ...Object.entries(items),
    ...Object.entries(rest).map(([key, value]): [string, number] => [`rules.${key}`, value]),
    ...Object.entries(floors).map(([key, value]): [string, number] => [`rules.floors.${key}`, value]),
  ]);
}

/** What the form changes of the card in force, before it is published. */
export function changesOf(card: Card | null, body: ReturnType<typeof bodyOf>): RateChange[] {
  const old = card === null ? new Map<string, number>() : linesOf(card);
  const next = linesOf(body);
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((line) => old.get(line) !== next.get(line))
    .map((line) => ({ line, before: old.get(line) ?? null, after: next.get(line) ?? null }));
}
