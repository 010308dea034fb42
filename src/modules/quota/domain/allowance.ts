import { refusal, type Refusal } from '../../../kernel/refusal';
import type { GoodwillAllowance } from '../../program/contract';
import { quotaRefusals } from '../contract';
import type { GoodwillCause } from './recipes';

/**
 * Why no credits come back although the clip is eligible, or `null`. Clips called unusable count against both limits of
 * the plan. Missed predictions are nobody's claim but the house's fault: they have the weekly number to themselves.
 */
export function allowanceFault(
  cause: GoodwillCause,
  used: { readonly shot: number; readonly week: number },
  { perShot, perWeek }: GoodwillAllowance,
): Refusal | null {
  if (used.week >= perWeek) {
    return refusal(quotaRefusals, 'week_allowance_used', { used: used.week, allowance: perWeek });
  }
  return cause === 'unusable' && used.shot >= perShot
    ? refusal(quotaRefusals, 'shot_allowance_used', { used: used.shot, allowance: perShot })
    : null;
}
