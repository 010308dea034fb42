import { SECOND } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Pays earnings that wait for money. */
export const fundEarnings = jobKind<object>('compensation.fund_earnings', {
  queue: 'money',
  every: 30 * SECOND,
});
