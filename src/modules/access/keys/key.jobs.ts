import { HOUR, MINUTE } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Ends the overlap of rotated keys. The key stops on time without it; this writes it down and tells. */
export const retireKeys = jobKind<object>('access.retire_keys', { every: MINUTE });

/** Lets throttled keys go on, and warns of keys about to expire. */
export const tendKeys = jobKind<object>('access.tend_keys', { every: MINUTE });

/** Forgets who used a key a day ago. */
export const forgetUses = jobKind<object>('access.forget_uses', { every: HOUR });
