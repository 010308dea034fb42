import { HOUR } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Signs how far the chain has come, and puts a copy outside of the database. */
export const signCheckpoint = jobKind<object>('audit.checkpoint', { every: HOUR });
