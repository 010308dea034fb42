import { HOUR, SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';
import type { RailKey } from '../domain/rail';

export interface NewsJob {
  readonly rail: RailKey;
  readonly id: string;
}

/** Looks at what one message is about. Any number of runs, in any order, leave the same state. */
export const followNews = jobKind<NewsJob>('payouts.follow_news', { queue: 'money', attempts: 1 });

/** Finds messages whose job was lost, or that could not be looked into before. */
export const sweepNews = jobKind<object>('payouts.sweep_news', { queue: 'money', every: 30 * SECOND });

/** Reads the rails' own lists of messages, and once a day looks at everything that is on its way. */
export const catchUpNews = jobKind<object>('payouts.catch_up_news', { queue: 'money', every: 1 * HOUR });
