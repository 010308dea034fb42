import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

export interface PayoutJob {
  readonly payoutId: string;
}

/** Sends one payout. Any number of runs make at most one transfer. */
export const sendPayout = jobKind<PayoutJob>('payouts.send', { queue: 'money', attempts: 5 });

/** Asks the rail what became of one transfer: after news of it, and by the sweep. */
export const followPayout = jobKind<PayoutJob>('payouts.follow', { queue: 'money', attempts: 5 });

/** Finds payouts and batches that an event or a job was lost for. */
export const sweepPayouts = jobKind<object>('payouts.sweep', { queue: 'money', every: 10 * SECOND });

/** The clock of the sandbox rail. */
export const settleSandbox = jobKind<object>('payouts.settle_sandbox', { queue: 'money', every: 1 * SECOND });
