/**
 * Money is an integer count of a currency's minor unit. No amount is ever a `number` inside Atelier; the API shows
 * `{ amount: integer, currency }`.
 */
export interface Money {
  readonly amount: bigint;
  readonly currency: Currency;
}

/** ISO 4217 currencies Atelier pays in, with the number of decimals of the minor unit. */
export const CURRENCIES = {
  EUR: 2,
  USD: 2,
  GBP: 2,
  CHF: 2,
  SEK: 2,
  PLN: 2,
  CAD: 2,
  AUD: 2,
  JPY: 0,
  KWD: 3,
} as const;
export type Currency = keyof typeof CURRENCIES;

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(CURRENCIES, text);
}

export function money(amount: bigint, currency: Currency): Money {
  return { amount, currency };
}

/** Sum of amounts in one currency; `currency` names the result of an empty list. Throws `RangeError` on a mixture. */
export function sum(items: readonly Money[], currency: Currency): Money {
  let amount = 0n;
  for (const item of items) {
    if (item.currency !== currency) throw new RangeError(`cannot add ${item.currency} to ${currency}`);
    amount += item.amount;
  }
  return { amount, currency };
}

/**
 * Splits `total` in proportion to `weights` without losing a unit: largest remainder, ties to the earlier share.
 * Throws `RangeError` when a weight is negative or all are zero.
 */
export function split(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('weights must not be negative');
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (whole === 0n) throw new RangeError('at least one weight must be above zero');
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const shares = weights.map((weight) => (size * weight) / whole);
  const order = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % whole }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  let left = size - shares.reduce((a, b) => a + b, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = (shares[index] as bigint) + 1n;
    left -= 1n;
  }
  return shares.map((share) => share * sign);
}

/** Decimal text of an amount, e.g. `1234n EUR` → `12.34`. For people and files; never parsed back by a float. */
export function decimal({ amount, currency }: Money): string {
  const digits = CURRENCIES[currency];
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The most that one request may name, in minor units or credits: ten thousand million of a currency with two decimals.
 * Sums go into JSON numbers, which end at 2^53 - 1; thousands of bookings of this size fit, so no typing error makes a
 * balance that can never be shown again.
 */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** An integer amount as a JSON number. Throws `RangeError` beyond 2^53 - 1, where JSON would silently round. */
export function toJsonInteger(amount: bigint): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`amount ${amount} does not fit a JSON number`);
  return value;
}
