import { HOUR, SECOND } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Pays earnings that wait for money. */
export const fundEarnings = jobKind<object>('compensation.fund_earnings', {
  queue: 'money',
  every: 30 * SECOND,
});

/** Ends tax forms whose time is over. */
export const expireTaxForms = jobKind<object>('compensation.expire_tax_forms', {
  queue: 'money',
  every: HOUR,
});
