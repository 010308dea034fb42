import { ApiProperty } from '@nestjs/swagger';
import { CURRENCIES, toJsonInteger, type Currency } from '../../kernel/money';
import {
  CLAUSE_EVENTS,
  DOCUMENTS,
  MARK_PLACES,
  QUOTA_WINDOWS,
  TRAINING_USES,
  VERSION_KINDS,
  type Clause,
  type ClauseEvent,
  type Document,
  type MarkPlace,
  type MarkPolicy,
  type QuotaPlan,
  type QuotaWindow,
  type RateCard,
  type Terms,
  type TrainingUse,
  type Version,
  type VersionKind,
} from './contract';
import { rateRulesView, RateRulesView } from './rates/rates.dto';

/** What every published version shows. */
export class VersionView {
  /** Id of the version. */
  id: string;

  /** Number, from 1. */
  version: number;

  /** sha256 of the canonical JSON of the content, hex. */
  hash: string;

  /** When it was published; it has not changed since. */
  publishedAt: string;

  /** When it governs. */
  effectiveAt: string;
}

export class ClauseView {
  /** What a refusal cites. */
  id: string;

  /** Which of the five documents it belongs to. */
  @ApiProperty({ enum: DOCUMENTS })
  document: Document;

  /** Heading. */
  title: string;

  /** The rule itself. */
  text: string;

  /** The same in plain language. */
  summary: string;

  /** What it means in practice. */
  examples: string[];

  /** When it stops to bind; null while the programme lasts. */
  @ApiProperty({ type: String, nullable: true })
  endsAt: string | null;

  /** The event that ends it; null where only time does. */
  @ApiProperty({ enum: CLAUSE_EVENTS, nullable: true })
  endsOn: ClauseEvent | null;
}

/** One version of the terms. `hash` covers `{"clauses":[…]}` without null members. */
export class TermsVersionView extends VersionView {
  /** Whether it asks artists for a new consent. */
  isMaterial: boolean;

  @ApiProperty({ type: ClauseView, isArray: true })
  clauses: ClauseView[];
}

export class RateCardVersionView extends VersionView {
  /** Currency of all prices. */
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  /** Price of each item in minor units. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  items: Record<string, number>;

  /** What it promises besides prices; part of the hash as far as the card itself says it. */
  @ApiProperty({ type: RateRulesView })
  rules: RateRulesView;
}

export class GoodwillView {
  /** Clips of one prompt that may be marked unusable. */
  perShot: number;

  /** Clips of one week, from Monday 00:00 UTC. */
  perWeek: number;
}

/** `hash` covers the first five members, and of the others those that differ from what holds without them. */
export class QuotaPlanVersionView extends VersionView {
  /** Credits of each window. */
  credits: number;

  /** How often the credits come. */
  @ApiProperty({ enum: QUOTA_WINDOWS })
  window: QuotaWindow;

  /** Renders of one artist that run at once. */
  concurrency: number;

  /** Renders of one artist that wait at once. */
  queued: number;

  /** Share in the queue beside other plans. */
  weight: number;

  /** Whether what is left of a window's credits is lost at its end. */
  expiresWithWindow: boolean;

  /** Percent of what is left that carries over all the same. */
  rolloverPercent: number;

  /** Credits that carry over at most; null: the percentage alone decides. */
  @ApiProperty({ type: Number, nullable: true })
  rolloverCap: number | null;

  /** Credits per window that all artists share once their own are exhausted. */
  pooledCredits: number;

  /** Clips that may be marked unusable with their credits back. */
  @ApiProperty({ type: GoodwillView })
  goodwill: GoodwillView;

  /** Clips of the whole programme that are under way at once; null: as many as there are places. */
  @ApiProperty({ type: Number, nullable: true })
  programConcurrency: number | null;
}

export class MarkPolicyVersionView extends VersionView {
  /** Words of the mark. */
  text: string;

  /** Corner of the picture. */
  @ApiProperty({ enum: MARK_PLACES })
  place: MarkPlace;

  /** Whether the mark is burnt into the picture. */
  isVisible: boolean;

  /** Whether every clip carries a signed C2PA manifest; then none is delivered without. */
  c2pa: boolean;

  /** What the manifest says about training and data mining. */
  @ApiProperty({ enum: TRAINING_USES })
  trainingUse: TrainingUse;

  /** Whether an artist who wants it is named in the manifest. */
  artistCredit: boolean;
}

/** One line of the list of everything ever published. */
export class VersionLineView extends VersionView {
  @ApiProperty({ enum: VERSION_KINDS })
  kind: VersionKind;

  /** Whether it governs now. */
  isInForce: boolean;

  /** Whether it asks artists for a new consent; says something of terms only. */
  isMaterial: boolean;

  /** The cohort that a quota plan is for; null: everybody. */
  @ApiProperty({ type: String, nullable: true })
  cohortId: string | null;
}

export class VersionListView {
  /** Newest first. */
  @ApiProperty({ type: VersionLineView, isArray: true })
  items: VersionLineView[];
}

export const versionHead = ({
  id,
  version,
  hash,
  publishedAt,
  effectiveAt,
}: Omit<Version, 'programId'>): Pick<VersionView, keyof VersionView> => ({
  id,
  version,
  hash,
  publishedAt: publishedAt.toISOString(),
  effectiveAt: effectiveAt.toISOString(),
});

export function clauseView(clause: Clause): ClauseView {
  const { endsAt = null, endsOn = null } = clause;
  return { ...clause, examples: [...clause.examples], endsAt, endsOn };
}

export function termsView(terms: Terms): TermsVersionView {
  return { ...versionHead(terms), isMaterial: terms.isMaterial, clauses: terms.clauses.map(clauseView) };
}

export function rateCardView(card: RateCard): RateCardVersionView {
  const prices = Object.entries(card.items).map(([key, amount]) => [key, toJsonInteger(amount)] as const);
  return {
    ...versionHead(card),
    currency: card.currency,
    items: Object.fromEntries(prices),
    rules: rateRulesView(card.rules),
  };
}

export function quotaPlanVersionView(plan: QuotaPlan): QuotaPlanVersionView {
  const { window, concurrency, queued, weight, expiresWithWindow, rolloverPercent, rolloverCap } = plan;
  return {
    ...versionHead(plan),
    credits: toJsonInteger(plan.credits),
    window,
    concurrency,
    queued,
    weight,
    expiresWithWindow,
    rolloverPercent,
    rolloverCap: rolloverCap === null ? null : toJsonInteger(rolloverCap),
    pooledCredits: toJsonInteger(plan.pooledCredits),
    goodwill: { ...plan.goodwill },
    programConcurrency: plan.programConcurrency,
  };
}

export function markPolicyView(policy: MarkPolicy): MarkPolicyVersionView {
  const { text, place, isVisible, c2pa, trainingUse, artistCredit } = policy;
  return { ...versionHead(policy), text, place, isVisible, c2pa, trainingUse, artistCredit };
}

export function versionLineView(
  line: Omit<Version, 'programId'> & Pick<VersionLineView, 'kind' | 'isInForce' | 'isMaterial' | 'cohortId'>,
): VersionLineView {
  const { kind, isInForce, isMaterial, cohortId } = line;
  return { ...versionHead(line), kind, isInForce, isMaterial, cohortId };
}
