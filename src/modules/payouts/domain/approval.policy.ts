import { CURRENCIES, type Currency, type Money } from '../../../kernel/money';

/** From this total on, in whole units of the batch's currency, a third person looks at a batch. */
export const SECOND_APPROVAL_FROM: Readonly<Record<Currency, bigint>> = {
  EUR: 1_000n,
  USD: 1_000n,
  GBP: 1_000n,
  CHF: 1_000n,
  SEK: 10_000n,
  PLN: 4_000n,
  CAD: 1_500n,
  AUD: 1_500n,
  JPY: 150_000n,
  KWD: 300n,
};

/** Number of people, besides the drafter, whose approval a batch of this total needs. */
export function approvalsNeeded({ amount, currency }: Money): 1 | 2 {
  const limit = SECOND_APPROVAL_FROM[currency] * 10n ** BigInt(CURRENCIES[currency]);
  return amount >= limit ? 2 : 1;
}
