import { eventKind } from '../../kernel/event';
import type { Currency } from '../../kernel/money';
import { refusals } from '../../kernel/refusal';
import type { RateItem, RateRules } from './domain/rate-items';
import type { RetentionDays } from './domain/retention';

export { rateDefaults, RATE_ITEMS, type RateItem, type RateRules } from './domain/rate-items';
export { RETENTION_DEFAULTS, RETENTION_LEAST, type RetentionDays } from './domain/retention';

/** A pause of a whole programme began or ended. */
export interface PauseMoved {
  readonly pauseId: string;
  readonly programId: string;
  readonly to: 'active' | 'ended';
  /** RFC 3339. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string;
  readonly by: string;
}
export const pauseMoved = eventKind<PauseMoved>('program.pause_moved');

export const PROGRAM_STATES = ['draft', 'open', 'running', 'closing', 'closed'] as const;
export type ProgramState = (typeof PROGRAM_STATES)[number];

/** One early-access run for one model. `capacity` is the number of seats. */
export interface Program {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly model: string;
  readonly state: ProgramState;
  readonly currency: Currency;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  /** Whoever prepared it; null where nobody wrote that down. They do not rule on questions about it. */
  readonly ownerId: string | null;
  /** When applications close and when their decisions are promised; null: with the programme's own dates. */
  readonly applicationsUntil: Date | null;
  readonly decisionsBy: Date | null;
  /** When the model became public: secrecy that waits for it ends then. */
  readonly releasedAt: Date | null;
}

/** Artists admitted together, within the programme: own dates, seats and, where one is published for it, quota plan. */
export interface Cohort {
  readonly id: string;
  readonly programId: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
}

/** The five documents that every version of the terms consists of. */
export const DOCUMENTS = ['terms', 'confidentiality', 'responsible_use', 'sharing', 'compensation'] as const;
export type Document = (typeof DOCUMENTS)[number];

/** What can end a clause besides a date; both come at the latest with the programme's end. */
export const CLAUSE_EVENTS = ['public_release', 'programme_end'] as const;
export type ClauseEvent = (typeof CLAUSE_EVENTS)[number];

/**
 * One rule. `id` is stable over versions and is what a refusal cites; it stops to bind at `endsAt` (RFC 3339) or when
 * the event of `endsOn` happens, whichever is first.
 */
export interface Clause {
  readonly id: string;
  readonly document: Document;
  readonly title: string;
  readonly text: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly endsAt?: string;
  readonly endsOn?: ClauseEvent;
}

/**
 * What every published version has. `hash` is the sha256 (hex) of the canonical JSON of its content; it governs from
 * `effectiveAt` on, never before `publishedAt`.
 */
export interface Version {
  readonly id: string;
  readonly programId: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly effectiveAt: Date;
}

export interface Terms extends Version {
  /** Whether it asks for a new consent: until that, and until `effectiveAt`, the version before governs. */
  readonly isMaterial: boolean;
  readonly clauses: readonly Clause[];
}

/** What the programme asks of artists when it asks for feedback; every one of these must have a price. */
export const FEEDBACK_TYPES = ['issue', 'idea', 'praise', 'harm', 'rights', 'request'] as const;
export type FeedbackType = (typeof FEEDBACK_TYPES)[number];

/** Price list: integer minor units of `currency` for each item. */
export interface RateCard extends Version {
  readonly currency: Currency;
  readonly items: Readonly<Partial<Record<RateItem, bigint>>>;
  readonly rules: RateRules;
}

export const QUOTA_WINDOWS = ['day', 'week', 'programme'] as const;
export type QuotaWindow = (typeof QUOTA_WINDOWS)[number];

/** How many clips their artist may mark unusable and get the credits back for. */
export interface GoodwillAllowance {
  /** Of one prompt, whatever the seeds, drafts and finals. */
  readonly perShot: number;
  /** In one week, from Monday 00:00 UTC. */
  readonly perWeek: number;
}

/** `credits` per `window`; at most `concurrency` running and `queued` waiting; `weight` is the share in the queue. */
export interface QuotaPlan extends Version {
  readonly credits: bigint;
  readonly window: QuotaWindow;
  readonly concurrency: number;
  readonly queued: number;
  readonly weight: number;
  /** Whether what is left of a window's credits is lost at its end. */
  readonly expiresWithWindow: boolean;
  /** Percent of what is left that carries over all the same. */
  readonly rolloverPercent: number;
  /** Credits that carry over at most; `null`: the percentage alone decides. */
  readonly rolloverCap: bigint | null;
  /** Credits per window that all artists of the programme share once their own are exhausted. */
  readonly pooledCredits: bigint;
  readonly goodwill: GoodwillAllowance;
  /** Clips of all artists of the programme, cohorts included, that are under way at once; `null`: as many as there are places. */
  readonly programConcurrency: number | null;
}

/** What a plan means where it says nothing. Plans published before there was a choice mean this. */
export const PLAN_DEFAULTS = {
  expiresWithWindow: false,
  rolloverPercent: 0,
  rolloverCap: null,
  pooledCredits: 0n,
  goodwill: { perShot: 2, perWeek: 5 },
  programConcurrency: null,
} as const satisfies Partial<QuotaPlan>;

export const MARK_PLACES = ['top_left', 'top_right', 'bottom_left', 'bottom_right'] as const;
export type MarkPlace = (typeof MARK_PLACES)[number];

/** What the manifest says about the use of a clip for training and data mining. */
export const TRAINING_USES = ['not_allowed', 'allowed'] as const;
export type TrainingUse = (typeof TRAINING_USES)[number];

/** The mark on every clip. With `c2pa` no clip is delivered without a signed manifest that was read back and is valid. */
export interface MarkPolicy extends Version {
  readonly text: string;
  readonly place: MarkPlace;
  readonly isVisible: boolean;
  readonly c2pa: boolean;
  readonly trainingUse: TrainingUse;
  /** Whether an artist who wants it is named in the manifest. */
  readonly artistCredit: boolean;
}

/** What a mark policy means where it says nothing. Policies published before there was a choice mean this. */
export const MARK_DEFAULTS = {
  trainingUse: 'not_allowed',
  artistCredit: false,
} as const satisfies Partial<MarkPolicy>;

/** Which providers and models may render for the programme; an empty list allows every one that is installed. */
export interface ModelPolicy extends Version {
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

export const SELECTION_WAYS = ['review', 'first_come', 'draw'] as const;
export type SelectionWay = (typeof SELECTION_WAYS)[number];

/** How artists are selected and work is reviewed: said in public before anybody applies. */
export interface ReviewPolicy extends Version {
  readonly selection: SelectionWay;
  /** What applications are judged by, in words. */
  readonly criteria: string;
  /** People who score an application independently. */
  readonly reviewers: number;
  /** Days from an application's deadline to its decision. */
  readonly decisionDays: number;
}

/** How long clips that are not kept stay; where a programme has published nothing, `RETENTION_DEFAULTS` hold. */
export type RetentionPolicy = Version & RetentionDays;

/** What a programme needs before it opens. */
export const REQUIRED_KINDS = ['terms', 'rate_card', 'quota_plan', 'mark_policy'] as const;
export const VERSION_KINDS = [
  ...REQUIRED_KINDS,
  'model_policy',
  'review_policy',
  'retention_policy',
] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** Days that artists have at least before a material change of the terms governs. */
export const NOTICE_DAYS = 14;

export const programRefusals = refusals('program', {
  paused: {
    kind: 'unavailable',
    says: 'The programme is paused. Nothing is lost: what waits goes on afterwards, and the credits of this time are made good.',
  },
  own_pause: { kind: 'forbidden', says: 'You proposed this pause. Another manager has to confirm it.' },
  pause_proposed: {
    kind: 'conflict',
    says: 'A pause of this programme is proposed already. Confirm it, or withdraw it first.',
  },
  slug_taken: { kind: 'conflict', says: 'Another programme has this slug. Choose a different one.' },
  dates_reversed: {
    kind: 'invalid',
    says: 'The programme would end before it starts. Move one of the dates.',
  },
  nothing_published: {
    kind: 'conflict',
    says: 'The programme has not published this yet. A manager publishes a first version.',
  },
  programme_incomplete: {
    kind: 'conflict',
    says: 'The programme cannot open before each of its four documents is published. `missing` lists what is not.',
  },
  programme_closed: {
    kind: 'conflict',
    says: 'The programme is closed: nothing is published in it any more.',
  },
  clause_repeated: {
    kind: 'invalid',
    says: 'Two clauses have the same id. A refusal must be able to cite one.',
  },
  document_missing: {
    kind: 'invalid',
    says: 'Terms consist of five documents; `missing` lists those without a clause.',
  },
  confidentiality_without_end: {
    kind: 'invalid',
    says: 'Secrecy must end: give every confidentiality clause an end date, or the event that ends it.',
  },
  protected_speech: {
    kind: 'invalid',
    says: 'Artists may always speak about pay, conditions, criticism, their legal rights and harm. Say so in the clause, or leave the topic out.',
  },
  published_meanwhile: {
    kind: 'conflict',
    says: 'Somebody published another version meanwhile; nothing of yours was published. Read what changed, bring your draft up to it and publish again with its number as `basedOn`.',
  },
  notice_too_short: {
    kind: 'invalid',
    says: 'A material change of the terms governs 14 days after its publication at the earliest. Choose a later date, or none.',
  },
  change_is_material: {
    kind: 'invalid',
    says: 'This changes what binds artists, so it is material: `reasons` says where. Publish it as material; they get notice and are asked again.',
  },
  draft_changed: {
    kind: 'conflict',
    status: 412,
    says: 'Somebody saved this meanwhile; nothing of yours was saved. Load it again, take over what you need and save with its new ETag.',
  },
  etag_missing: {
    kind: 'invalid',
    status: 428,
    says: 'Say what you are changing: send the ETag of what you read as If-Match, or If-None-Match: * for a first draft.',
  },
  plan_fixed: {
    kind: 'conflict',
    says: 'In this state the programme allows no such change; `allows` lists what it does. Seats and dates can only grow once it is open.',
  },
  cohort_outside: {
    kind: 'invalid',
    says: 'A cohort lies within its programme: its dates and its seats must fit in. `program` says how much there is.',
  },
  cohort_name_taken: { kind: 'conflict', says: 'Another cohort of this programme has this name.' },
  model_not_allowed: {
    kind: 'invalid',
    says: 'The programme does not use this provider or model. `allowed` lists what it uses.',
  },
  mark_undrawable: {
    kind: 'invalid',
    says: 'No font that is installed has `letter`, so the mark would not say what it promises. Write it in other letters, or not visible.',
  },
  rollover_without_expiry: {
    kind: 'invalid',
    says: 'Credits that do not expire need no rollover. Set expiresWithWindow, or leave rolloverPercent and rolloverCap out.',
  },
  cap_of_programme: {
    kind: 'invalid',
    says: 'How many clips a programme may have under way holds for all of its cohorts: programConcurrency belongs into the plan of the programme, not into that of a cohort.',
  },
  rate_missing: {
    kind: 'invalid',
    says: 'Every kind of feedback has a price above zero; `missing` lists those without.',
  },
  rate_unknown: { kind: 'invalid', says: 'A rate card prices only known items; `unknown` lists the others.' },
  rate_not_an_amount: {
    kind: 'invalid',
    says: 'A price is a whole number of minor units (cents) above zero; `items` lists those that are not.',
  },
  rate_floor_wrong: {
    kind: 'invalid',
    says: 'A floor is a whole number of minor units above zero under a country of two capital letters; `countries` lists those that are not.',
  },
  rate_currency: {
    kind: 'invalid',
    says: 'The programme keeps its books in another currency: its prices are in that one. Nothing was published.',
  },
  currency_mismatch: {
    kind: 'invalid',
    says: 'The programme keeps its books in another currency. Fund it in that one.',
  },
});

export interface ProgramOpened {
  readonly programId: string;
}
export const programOpened = eventKind<ProgramOpened>('program.opened');

export interface TermsPublished {
  readonly programId: string;
  readonly termsId: string;
  readonly version: number;
  readonly hash: string;
  /** RFC 3339. */
  readonly effectiveAt: string;
  readonly isMaterial: boolean;
}
export const termsPublished = eventKind<TermsPublished>('program.terms_published');

/** A clause of secrecy has ended by itself: nobody is bound by it any more. */
export interface ConfidentialityLifted {
  readonly programId: string;
  readonly termsId: string;
  readonly clauseId: string;
  readonly title: string;
  readonly because: 'date' | ClauseEvent;
}
export const confidentialityLifted = eventKind<ConfidentialityLifted>('program.confidentiality_lifted');
