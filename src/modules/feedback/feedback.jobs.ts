import { HOUR, MINUTE } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Feedback that nobody handled in time is accepted; looked for every ten minutes. */
export const SWEEP_FEEDBACK = jobKind<object>('feedback.sweep', { every: 10 * MINUTE });

/** The weekly letter: looked for every hour, so that nobody waits long on Monday. */
export const SWEEP_WEEKS = jobKind<object>('feedback.sweep_weeks', { every: HOUR });
