import { DAY } from '../../../kernel/clock';

/** Started days after `payBy`; 0 when it came in time. */
export function daysLate(payBy: Date, paidAt: Date): number {
  const over = paidAt.getTime() - payBy.getTime();
  return over <= 0 ? 0 : Number((BigInt(over) + BigInt(DAY) - 1n) / BigInt(DAY));
}

/**
 * What is added for so many days: hundredths of a percent of the amount for each, rounded up to the artist, at most the
 * amount itself.
 */
export function lateCompensation(amount: bigint, basisPointsPerDay: number, days: number): bigint {
  const added = (amount * BigInt(basisPointsPerDay) * BigInt(days) + 9_999n) / 10_000n;
  return added < amount ? added : amount;
}
