import type { Currency } from '../../../kernel/money';

/** Columns of the payout register, in an order that never changes; new ones are added at the end. */
export const REGISTER_HEADER = [
  'effective_date',
  'created_at',
  'payout_id',
  'batch_id',
  'programme',
  'artist_id',
  'payee_name',
  'payee_email',
  'earnings',
  'net_amount',
  'net_minor',
  'currency',
  'requested_by',
  'approved_by',
  'approved_at',
  'second_approved_by',
  'sent_at',
  'paid_at',
  'days_to_cash',
  'payout_status',
  'failure_message',
  'rail',
  'rail_reference',
  'reference',
] as const;

/** Control totals of one currency: the file's last rows, so that a cut-off file is recognised. */
export interface Totals {
  count: number;
  amount: bigint;
}

/** Adds a payout to the totals of its currency. */
export function addTo(totals: Map<Currency, Totals>, currency: Currency, amount: bigint): void {
  const total = totals.get(currency) ?? { count: 0, amount: 0n };
  totals.set(currency, { count: total.count + 1, amount: total.amount + amount });
}
