import { HOUR } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

export interface ReconcileJob {
  readonly runId: string;
}

/** Compares one rail with the books. A run that has ended is not run again. */
export const reconcileRail = jobKind<ReconcileJob>('payouts.reconcile', { queue: 'money', attempts: 1 });

/** Starts a run of each rail once a day. */
export const reconcileNightly = jobKind<object>('payouts.reconcile_nightly', {
  queue: 'money',
  every: 1 * HOUR,
});
