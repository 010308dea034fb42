import { HOUR } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Second looks that nobody took in time. */
export const SWEEP_REDRESS = jobKind<object>('redress.sweep', { every: HOUR });
