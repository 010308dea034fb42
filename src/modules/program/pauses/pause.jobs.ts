import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Writes down that a pause is over. Artists go on without it: a pause is in force between two instants. */
export const tendPauses = jobKind<object>('program.tend_pauses', { every: 30 * SECOND });
