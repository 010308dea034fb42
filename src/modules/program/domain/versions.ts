import type { Currency } from '../../../kernel/money';
import {
  MARK_DEFAULTS,
  PLAN_DEFAULTS,
  RETENTION_DEFAULTS,
  type Clause,
  type GoodwillAllowance,
  type MarkPlace,
  type MarkPolicy,
  type ModelPolicy,
  type QuotaPlan,
  type QuotaWindow,
  type RateCard,
  type RateItem,
  type RateRules,
  type RetentionDays,
  type RetentionPolicy,
  type ReviewPolicy,
  type SelectionWay,
  type Terms,
  type TrainingUse,
  type Version,
} from '../contract';
import type { WrittenRules } from './rate-card';
import { rateDefaults } from './rate-items';

/** What is hashed and stored, per kind: plain JSON, amounts as integers. */
export interface Contents {
  readonly terms: { readonly clauses: readonly Clause[] };
  readonly rate_card: {
    readonly currency: Currency;
    readonly items: Readonly<Record<string, number>>;
    readonly rules?: WrittenRules;
  };
  readonly quota_plan: {
    readonly credits: number;
    readonly window: QuotaWindow;
    readonly concurrency: number;
    readonly queued: number;
    readonly weight: number;
    readonly expiresWithWindow?: boolean;
    readonly rolloverPercent?: number;
    readonly rolloverCap?: number;
    readonly pooledCredits?: number;
    readonly goodwill?: GoodwillAllowance;
    readonly programConcurrency?: number;
  };
  readonly mark_policy: {
    readonly text: string;
    readonly place: MarkPlace;
    readonly isVisible: boolean;
    readonly c2pa: boolean;
    readonly trainingUse?: TrainingUse;
    readonly artistCredit?: boolean;
  };
  readonly model_policy: { readonly providers: readonly string[]; readonly models: readonly string[] };
  readonly review_policy: {
    readonly selection: SelectionWay;
    readonly criteria: string;
    readonly reviewers: number;
    readonly decisionDays: number;
  };
  readonly retention_policy: RetentionDays;
}

/** A version as it is stored. */
export interface StoredVersion extends Version {
  readonly content: object;
  readonly isMaterial: boolean;
}

const head = ({ id, programId, version, hash, publishedAt, effectiveAt }: StoredVersion): Version => ({
  id,
  programId,
  version,
  hash,
  publishedAt,
  effectiveAt,
});

export function termsOf(stored: StoredVersion): Terms {
  const { clauses } = stored.content as Contents['terms'];
  return { ...head(stored), isMaterial: stored.isMaterial, clauses };
}

function rulesOf(currency: Currency, { floorPerHour, floors = {}, ...rest }: WrittenRules): RateRules {
  const known = rateDefaults(currency);
  return {
    ...known,
    ...rest,
    floorPerHour: floorPerHour === undefined ? known.floorPerHour : BigInt(floorPerHour),
    floors: Object.fromEntries(Object.entries(floors).map(([country, floor]) => [country, BigInt(floor)])),
  };
}

export function rateCardOf(stored: StoredVersion): RateCard {
  const { currency, items, rules = {} } = stored.content as Contents['rate_card'];
  const prices = Object.entries(items).map(([key, amount]) => [key as RateItem, BigInt(amount)] as const);
  return { ...head(stored), currency, items: Object.fromEntries(prices), rules: rulesOf(currency, rules) };
}

/** Every submit asks for the plan and the marks: read once from each stored version that is remembered. */
function once<V>(read: (stored: StoredVersion) => V): (stored: StoredVersion) => V {
  const known = new WeakMap<StoredVersion, V>();
  return (stored) => {
    const value = known.get(stored) ?? read(stored);
    known.set(stored, value);
    return value;
  };
}

export const quotaPlanOf = once((stored): QuotaPlan => {
  const { credits, rolloverCap, pooledCredits, ...rest } = stored.content as Contents['quota_plan'];
  return {
    ...PLAN_DEFAULTS,
    ...head(stored),
    ...rest,
    credits: BigInt(credits),
    rolloverCap: rolloverCap === undefined ? PLAN_DEFAULTS.rolloverCap : BigInt(rolloverCap),
    pooledCredits: pooledCredits === undefined ? PLAN_DEFAULTS.pooledCredits : BigInt(pooledCredits),
  };
});

export const markPolicyOf = once((stored): MarkPolicy => ({
  ...MARK_DEFAULTS,
  ...head(stored),
  ...(stored.content as Contents['mark_policy']),
}));

export const modelPolicyOf = once((stored): ModelPolicy => ({
  ...head(stored),
  ...(stored.content as Contents['model_policy']),
}));

/** What is stored, or what holds where nothing is. */
export const retentionDaysOf = (content: object | null): RetentionDays => ({
  ...RETENTION_DEFAULTS,
  ...(content as Contents['retention_policy'] | null),
});

export const retentionPolicyOf = (stored: StoredVersion): RetentionPolicy => ({
  ...head(stored),
  ...retentionDaysOf(stored.content),
});

export const reviewPolicyOf = once((stored): ReviewPolicy => ({
  ...head(stored),
  ...(stored.content as Contents['review_policy']),
}));
