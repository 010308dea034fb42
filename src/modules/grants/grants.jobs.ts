import { MINUTE } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Takes what time has decided: deadlines, offers, unanswered evidence. A missed run is caught up by the next. */
export const sweepGrants = jobKind<object>('grants.sweep', { every: MINUTE });
