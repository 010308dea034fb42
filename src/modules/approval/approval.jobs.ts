import { MINUTE, SECOND } from '../../kernel/clock';
import { jobKind } from '../../platform/queue/job';

/** Deadlines, expired claims and embargoes, once a minute. */
export const SWEEP_APPROVAL = jobKind<object>('approval.sweep', { every: MINUTE });

/** Verdicts whose time for taking them back is over: asked for by each of them, and every five seconds. */
export const LET_LEAVE = jobKind<object>('approval.let_leave', { every: 5 * SECOND });

/** The pictures of a new work in the sizes of pages; the first visitor makes what is missing. */
export const MAKE_PICTURES = jobKind<{ readonly workId: string }>('approval.make_pictures', { attempts: 3 });
