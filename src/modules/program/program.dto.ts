import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { CURRENCIES, type Currency } from '../../kernel/money';
import { MoneyView, moneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import {
  PROGRAM_STATES,
  REQUIRED_KINDS,
  VERSION_KINDS,
  type ProgramState,
  type VersionKind,
} from './contract';
import { etagOf } from './domain/etag';
import { ACTIVITIES, STATE_ALLOWS, type Activity } from './domain/states';
import { PROGRAM_VERBS, type ProgramVerb } from './domain/program.workflow';
import type { ProgramRow } from './program.entity';
import {
  markPolicyView,
  MarkPolicyVersionView,
  QuotaPlanVersionView,
  quotaPlanVersionView,
  RateCardVersionView,
  rateCardView,
  TermsVersionView,
  termsView,
} from './version.dto';
import type { VersionEntity } from './version.entity';
import {
  markPolicyOf,
  modelPolicyOf,
  quotaPlanOf,
  rateCardOf,
  retentionDaysOf,
  retentionPolicyOf,
  reviewPolicyOf,
  termsOf,
} from './domain/versions';
import {
  ModelPolicyVersionView,
  modelPolicyView,
  RetentionDaysView,
  RetentionPolicyVersionView,
  retentionPolicyView,
  ReviewPolicyVersionView,
  reviewPolicyView,
} from './policies/policy.dto';

const CODES = Object.keys(CURRENCIES);
const ACTIVITY_NAMES = Object.keys(ACTIVITIES);

export class ProgramBody {
  /** Short name in addresses: lower-case letters, digits and hyphens. */
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'slug may hold lower-case letters, digits and single hyphens',
  })
  slug: string;

  /** Name of the programme. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  /** The model that artists try. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  model: string;

  /** Currency of the rate card and of the fund. */
  @ApiProperty({ enum: CODES })
  @IsIn(CODES)
  currency: Currency;

  /** When artists may start (RFC 3339). */
  @IsISO8601({ strict: true })
  startsAt: string;

  /** When the programme ends (RFC 3339). */
  @IsISO8601({ strict: true })
  endsAt: string;

  /** Number of seats. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity: number;

  /** When applications close (RFC 3339). Absent: when the programme ends. */
  @IsOptional()
  @IsISO8601({ strict: true })
  applicationsUntil?: string;

  /** When every applicant has a decision (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  decisionsBy?: string;
}

export class ProgramListQuery extends PageQuery {
  /** Only programmes in this state. */
  @ApiProperty({ enum: PROGRAM_STATES, required: false })
  @IsOptional()
  @IsIn(PROGRAM_STATES)
  state?: ProgramState;
}

export class ProgramVerbParam {
  /** Id or slug. */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: PROGRAM_VERBS })
  @IsIn(PROGRAM_VERBS)
  verb: ProgramVerb;
}

/** A programme as a list shows it. */
export class ProgramSummaryView {
  /** Id, `prg_…`. */
  id: string;

  /** Short name in addresses. */
  slug: string;

  /** Name of the programme. */
  name: string;

  /** The model that artists try. */
  model: string;

  /** draft, open (takes applications), running, closing (no new work), closed. */
  @ApiProperty({ enum: PROGRAM_STATES })
  state: ProgramState;

  /** Currency of the rate card and of the fund. */
  @ApiProperty({ enum: CODES })
  currency: Currency;

  /** When artists may start. */
  startsAt: string;

  /** When it ends. */
  endsAt: string;

  /** Number of seats. */
  capacity: number;

  /** When applications close; null: when the programme ends. */
  @ApiProperty({ type: String, nullable: true })
  applicationsUntil: string | null;

  /** When every applicant has a decision; null: nothing is promised. */
  @ApiProperty({ type: String, nullable: true })
  decisionsBy: string | null;

  /** When the model became public; null: not yet. */
  @ApiProperty({ type: String, nullable: true })
  releasedAt: string | null;

  /** What its state allows. */
  @ApiProperty({ enum: ACTIVITY_NAMES, isArray: true })
  allows: Activity[];

  /** Send it as If-Match with a change of name, model, dates or seats. */
  etag: string;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: PROGRAM_VERBS, isArray: true })
  available: ProgramVerb[];
}

/** A programme with the versions in force. */
export class ProgramView extends ProgramSummaryView {
  /** The terms in force; null before the first publication. */
  @ApiProperty({ type: TermsVersionView, nullable: true })
  terms: TermsVersionView | null;

  /** The price list in force. */
  @ApiProperty({ type: RateCardVersionView, nullable: true })
  rateCard: RateCardVersionView | null;

  /** What an artist may generate. */
  @ApiProperty({ type: QuotaPlanVersionView, nullable: true })
  quotaPlan: QuotaPlanVersionView | null;

  /** The mark on every clip. */
  @ApiProperty({ type: MarkPolicyVersionView, nullable: true })
  markPolicy: MarkPolicyVersionView | null;

  /** Which providers and models may render; null: every one that is installed. */
  @ApiProperty({ type: ModelPolicyVersionView, nullable: true })
  modelPolicy: ModelPolicyVersionView | null;

  /** How artists are selected; null: nothing is said. */
  @ApiProperty({ type: ReviewPolicyVersionView, nullable: true })
  reviewPolicy: ReviewPolicyVersionView | null;

  /** How long clips that are not kept stay. */
  retention: RetentionDaysView;

  /** The version that says so; null: nothing is published, and the general rule holds. */
  @ApiProperty({ type: RetentionPolicyVersionView, nullable: true })
  retentionPolicy: RetentionPolicyVersionView | null;

  /** Terms that are published and not yet in force; null: there are none. */
  @ApiProperty({ type: TermsVersionView, nullable: true })
  announcedTerms: TermsVersionView | null;

  /** What is missing before it can open. */
  @ApiProperty({ enum: VERSION_KINDS, isArray: true })
  missing: VersionKind[];
}

export class ProgramPage {
  @ApiProperty({ type: ProgramSummaryView, isArray: true })
  items: ProgramSummaryView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** Receipt of money that came into the fund. */
export class FundingView {
  /** Id of the booking, `fnd_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** What came in. */
  amount: MoneyView;
}

/** What the programme has to pay with. */
export class ProgramFundView {
  /** Id of the programme. */
  programId: string;

  /** All that is in the fund. */
  balance: MoneyView;

  /** Reserved for something already promised. */
  held: MoneyView;

  /** What can still be promised. */
  available: MoneyView;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function programSummaryView(
  row: ProgramRow,
  available: ProgramVerb[],
): Pick<ProgramSummaryView, keyof ProgramSummaryView> {
  const { id, slug, name, model, state, currency, capacity } = row;
  return {
    id,
    slug,
    name,
    model,
    state,
    currency,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    capacity,
    applicationsUntil: iso(row.applicationsUntil),
    decisionsBy: iso(row.decisionsBy),
    releasedAt: iso(row.releasedAt),
    allows: [...STATE_ALLOWS[state]],
    etag: etagOf(row.revision),
    available,
  };
}

export function programView(
  row: ProgramRow,
  versions: readonly VersionEntity[],
  available: ProgramVerb[],
  announced: VersionEntity | null = null,
): ProgramView {
  const general = versions.filter(({ cohortId }) => cohortId === null);
  const inForce = <V>(kind: VersionKind, view: (stored: VersionEntity) => V): V | null => {
    const stored = general.find((version) => version.kind === kind);
    return stored === undefined ? null : view(stored);
  };
  return {
    ...programSummaryView(row, available),
    terms: inForce('terms', (stored) => termsView(termsOf(stored))),
    rateCard: inForce('rate_card', (stored) => rateCardView(rateCardOf(stored))),
    quotaPlan: inForce('quota_plan', (stored) => quotaPlanVersionView(quotaPlanOf(stored))),
    markPolicy: inForce('mark_policy', (stored) => markPolicyView(markPolicyOf(stored))),
    modelPolicy: inForce('model_policy', (stored) => modelPolicyView(modelPolicyOf(stored))),
    reviewPolicy: inForce('review_policy', (stored) => reviewPolicyView(reviewPolicyOf(stored))),
    retention: retentionDaysOf(general.find(({ kind }) => kind === 'retention_policy')?.content ?? null),
    retentionPolicy: inForce('retention_policy', (stored) => retentionPolicyView(retentionPolicyOf(stored))),
    announcedTerms: announced === null ? null : termsView(termsOf(announced)),
    missing: REQUIRED_KINDS.filter((kind) => !general.some((version) => version.kind === kind)),
  };
}

/** Amounts in minor units of `currency`. */
export function programFundView(
  programId: string,
  currency: Currency,
  fund: { balance: bigint; held: bigint; available: bigint },
): ProgramFundView {
  return {
    programId,
    balance: moneyView({ amount: fund.balance, currency }),
    held: moneyView({ amount: fund.held, currency }),
    available: moneyView({ amount: fund.available, currency }),
  };
}
