import { HOUR } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Forgets sessions and links that ended a month ago, and questions that nobody answered. */
export const forgetSessions = jobKind<object>('access.forget_sessions', { every: HOUR });
