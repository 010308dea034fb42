import { MINUTE } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** What time decides about tasks and seats; looked for every five minutes. */
export const SWEEP_TASKS = jobKind<object>('feedback.sweep_tasks', { every: 5 * MINUTE });
