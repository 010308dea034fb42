import { MINUTE } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Ends the overlap of rotated keys. The key stops on time without it; this writes it down and tells. */
export const retireKeys = jobKind<object>('access.retire_keys', { every: MINUTE });
