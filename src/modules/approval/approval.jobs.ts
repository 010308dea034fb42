import { MINUTE } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Deadlines, expired claims and embargoes, once a minute. */
export const SWEEP_APPROVAL = jobKind<object>('approval.sweep', { every: MINUTE });
