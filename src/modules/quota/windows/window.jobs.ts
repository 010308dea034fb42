import { MINUTE } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Grants the credits of every window that has begun. A missed run is caught up by the next. */
export const turnWindows = jobKind<object>('quota.turn_windows', { queue: 'money', every: MINUTE });
