import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Lets the rail take one payout back. Safe to repeat. */
export const takeBack = jobKind<{ readonly reversalId: string }>('payouts.take_back', {
  queue: 'money',
  attempts: 5,
});

/** Finds reversals that a job was lost for, or that the rail was not sure about. */
export const sweepReversals = jobKind<object>('payouts.sweep_reversals', {
  queue: 'money',
  every: 15 * SECOND,
});
