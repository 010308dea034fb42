import { SECOND } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Extends the chain of seals over the log. */
export const sealLog = jobKind<object>('audit.seal', { every: 5 * SECOND });
