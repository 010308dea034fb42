import { MINUTE } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Moves what time has decided. A missed run is caught up by the next. */
export const sweepEnrollment = jobKind<object>('enrollment.sweep', { every: MINUTE });
