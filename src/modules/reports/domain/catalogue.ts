import type { Reading } from './reading';
import { BURN, GRANTS, POSTINGS, TAX, TRANCHES } from './readings/books.readings';
import { ACCRUED, AGEING, EARNINGS, PAYOUTS } from './readings/money.readings';
import { APPROVALS, EXCEPTIONS, HOURLY, RECONCILIATION } from './readings/proof.readings';

/** Every reading, in the order in which finance looks for them. A new one is a view and an entry here. */
export const READINGS: readonly Reading[] = [
  PAYOUTS,
  EARNINGS,
  ACCRUED,
  AGEING,
  GRANTS,
  TRANCHES,
  BURN,
  TAX,
  EXCEPTIONS,
  APPROVALS,
  RECONCILIATION,
  HOURLY,
  POSTINGS,
];

export const READING_KEYS = READINGS.map(({ key }) => key);

export function findReading(key: string): Reading | undefined {
  return READINGS.find((reading) => reading.key === key);
}
