import { MINUTE } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Lifts the secrecy that has ended. A missed run is caught up by the next. */
export const liftSecrecy = jobKind<object>('program.lift', { every: MINUTE });
