import type { FeedbackMoved } from '../../feedback/contract';
import type { RateItem } from '../../program/contract';

/**
 * What a step of feedback is worth, as lines of the rate card of which the first with a price counts: accepted feedback its
 * type's price, evidence of an unusable clip its own, a duplicate the duplicate rate, everything else nothing. The text, its
 * tone and its sentiment are no part of it.
 */
export function rateItemsOf({
  to,
  type,
  origin,
}: Pick<FeedbackMoved, 'to' | 'type' | 'origin'>): readonly RateItem[] {
  if (to === 'duplicate') return ['feedback.duplicate'];
  if (to !== 'accepted') return [];
  return origin === 'unusable' ? ['clip.unusable', `feedback.${type}`] : [`feedback.${type}`];
}
