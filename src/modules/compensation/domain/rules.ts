import type { FeedbackMoved } from '../../feedback/contract';
import type { RateItem } from '../../program/contract';

/**
 * What a step of feedback is worth: accepted feedback its type's price, a duplicate the duplicate rate, everything else
 * nothing. The text, its tone and its sentiment are no part of it.
 */
export function rateItemOf({ to, type }: Pick<FeedbackMoved, 'to' | 'type'>): RateItem | null {
  if (to === 'accepted') return `feedback.${type}`;
  return to === 'duplicate' ? 'feedback.duplicate' : null;
}
