import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { Evidence, GoodwillCause } from './domain/recipes';

export {
  PRICES,
  priceTableAt,
  quote,
  type PriceSpec,
  type PriceTable,
  type Quote,
  type QuoteLine,
} from './domain/prices';
export { covers, isShortOfOwn, isShortOfPool } from './domain/pool';
export type { Charge, Evidence, GoodwillCause } from './domain/recipes';

export const quotaRefusals = refusals('quota', {
  key_not_ready: {
    kind: 'unavailable',
    says: 'This API key was made a moment ago and its budget is still being set up. Nothing was charged. Try again.',
  },
  already_given_back: {
    kind: 'conflict',
    says: 'The credits of this clip were given back before. They come back once for each clip.',
  },
  shot_allowance_used: {
    kind: 'conflict',
    says: 'For this prompt you have had credits back as often as your plan allows. Change the prompt, or ask a manager for a top-up.',
  },
  week_allowance_used: {
    kind: 'conflict',
    says: 'You have had credits back as often as your plan allows in a week. It starts anew on Monday at 00:00 UTC.',
  },
  own_top_up: {
    kind: 'forbidden',
    says: 'Nobody gives credits to themselves. Another manager must do it.',
  },
});

export interface ToppedUp {
  readonly topUpId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly programId: string;
  readonly credits: number;
  /** The words of the staff member who gave them. */
  readonly reason: string;
}
export const toppedUp = eventKind<ToppedUp>('quota.topped_up');

export interface GoodwillGiven {
  readonly generationId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly programId: string;
  readonly cause: GoodwillCause;
  readonly credits: number;
}
/** Credits came back to an artist, or to the pool that had paid for them. */
export const goodwillGiven = eventKind<GoodwillGiven>('quota.goodwill_given');

/** A wish for the credits of one clip that has been delivered and charged. */
export interface GoodwillClaim {
  readonly generationId: string;
  readonly cause: GoodwillCause;
  /** What the allowance per shot counts: equal for all clips of one idea. */
  readonly shot: string;
  readonly evidence: Evidence;
}

/** Credits of one enrollment: `available` = `balance` − `held`. */
export interface CreditBalance {
  readonly balance: bigint;
  readonly held: bigint;
  readonly available: bigint;
  /** Free in the pool that may pay besides; 0 where there is none. */
  readonly pooled: bigint;
}
