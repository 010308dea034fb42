import { MINUTE } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Gives back holds whose time is over. */
export const expireHolds = jobKind<object>('ledger.expire_holds', { queue: 'money', every: MINUTE / 4 });
