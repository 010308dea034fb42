import { refusal, type Refusal } from '../../../kernel/refusal';
import { PLAN_DEFAULTS, programRefusals } from '../contract';
import type { Contents } from './versions';

type PlanContent = Contents['quota_plan'];
/** What may be asked for: an optional member that is `null` says as little as one that is absent. */
type Asked = {
  readonly [K in keyof PlanContent]: PlanContent[K] | (undefined extends PlanContent[K] ? null : never);
};

/**
 * Why this plan may not be published, or `null`: a rollover says something only about credits that expire, and what a
 * programme may have under way is no matter of one cohort.
 */
export function quotaPlanFault(plan: Asked & { readonly cohortId?: string | null }): Refusal | null {
  const { expiresWithWindow, rolloverPercent, rolloverCap, programConcurrency, cohortId } = plan;
  if ((cohortId ?? null) !== null && (programConcurrency ?? null) !== null)
    return refusal(programRefusals, 'cap_of_programme', { cohortId, programConcurrency });
  const isRollover = (rolloverPercent ?? 0) > 0 || (rolloverCap ?? undefined) !== undefined;
  return isRollover && expiresWithWindow !== true
    ? refusal(programRefusals, 'rollover_without_expiry')
    : null;
}

/**
 * The members that are hashed and stored: one that says what holds without it is left out, so that saying the default
 * and saying nothing are the same plan.
 */
export function quotaPlanContent(plan: Asked): PlanContent {
  const { credits, window, concurrency, queued, weight } = plan;
  const { expiresWithWindow, rolloverPercent, rolloverCap, pooledCredits, goodwill, programConcurrency } =
    plan;
  const { perShot, perWeek } = PLAN_DEFAULTS.goodwill;
  const isUsualGoodwill =
    goodwill === undefined ||
    goodwill === null ||
    (goodwill.perShot === perShot && goodwill.perWeek === perWeek);
  return {
    credits,
    window,
    concurrency,
    queued,
    weight,
    ...(expiresWithWindow === true ? { expiresWithWindow } : {}),
    ...((rolloverPercent ?? 0) === 0 ? {} : { rolloverPercent: rolloverPercent ?? 0 }),
    ...(rolloverCap === undefined || rolloverCap === null ? {} : { rolloverCap }),
    ...((pooledCredits ?? 0) === 0 ? {} : { pooledCredits: pooledCredits ?? 0 }),
    ...((programConcurrency ?? null) === null ? {} : { programConcurrency: programConcurrency ?? 0 }),
    ...(isUsualGoodwill ? {} : { goodwill: { perShot: goodwill.perShot, perWeek: goodwill.perWeek } }),
  };
}
