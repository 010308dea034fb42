import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, type Currency } from '../../kernel/money';
import {
  CLAUSE_EVENTS,
  DOCUMENTS,
  MARK_PLACES,
  TRAINING_USES,
  QUOTA_WINDOWS,
  type ClauseEvent,
  type Document,
  type MarkPlace,
  type TrainingUse,
  type QuotaWindow,
} from './contract';
import { CLAUSE_ID } from './domain/terms';
import { RateRulesBody } from './rates/rates.dto';

/** One rule of the terms. */
export class ClauseBody {
  /** Stable over versions, such as `RU-3`: what a refusal cites. */
  @Matches(CLAUSE_ID, { message: 'id must be letters, a hyphen and a number, such as RU-3' })
  id: string;

  /** Which of the five documents it belongs to. */
  @ApiProperty({ enum: DOCUMENTS })
  @IsIn(DOCUMENTS)
  document: Document;

  /** Heading. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  title: string;

  /** The rule itself. */
  @IsString()
  @MinLength(1)
  @MaxLength(4_000)
  text: string;

  /** The same in plain language. */
  @IsString()
  @MinLength(1)
  @MaxLength(600)
  summary: string;

  /** What it means in practice; at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(400, { each: true })
  examples: string[];

  /** When it stops to bind (RFC 3339). Confidentiality must have this or `endsOn`. */
  @ApiProperty({ type: String, required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  endsAt?: string;

  /** What ends it: the model's release to the public, at the latest the programme's end; or the programme's end. */
  @ApiProperty({ enum: CLAUSE_EVENTS, required: false })
  @IsOptional()
  @IsIn(CLAUSE_EVENTS)
  endsOn?: ClauseEvent;
}

/** What every publication may say. */
export class PublicationBody {
  /** Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  basedOn?: number;
}

export class TermsBody extends PublicationBody {
  /** All clauses of the new version; each of the five documents has at least one. */
  @ApiProperty({ type: ClauseBody, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ClauseBody)
  clauses: ClauseBody[];

  /** Whether artists are asked again. Absent: they are. False only where nothing that binds has changed. */
  @IsOptional()
  @IsBoolean()
  isMaterial?: boolean;

  /** When it governs (RFC 3339); at least 14 days ahead for a material change once the programme is open. */
  @ApiProperty({ type: String, required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  effectiveAt?: string;
}

export class RateCardBody extends PublicationBody {
  /** Price of each item in minor units of the programme's currency. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer', minimum: 1 } })
  @IsObject()
  items: Record<string, number>;

  /** Currency of the prices, to be sure: refused when it is not the programme's. */
  @ApiProperty({ enum: Object.keys(CURRENCIES), required: false })
  @IsOptional()
  @IsIn(Object.keys(CURRENCIES))
  currency?: Currency;

  /** Floor, kill fee and terms of payment; what is absent is as `rules` of the answer says. */
  @ApiProperty({ type: RateRulesBody, required: false })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RateRulesBody)
  rules?: RateRulesBody;
}

export class GoodwillBody {
  /** Clips of one prompt. */
  @IsInt()
  @Min(0)
  @Max(100)
  perShot: number;

  /** Clips of one week, from Monday 00:00 UTC. */
  @IsInt()
  @Min(0)
  @Max(1_000)
  perWeek: number;
}

export class QuotaPlanBody extends PublicationBody {
  /** The cohort that it is for. Absent: every artist without a cohort, or whose cohort has no plan of its own. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;

  /** Credits of each window. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  credits: number;

  /** How often the credits come. */
  @ApiProperty({ enum: QUOTA_WINDOWS })
  @IsIn(QUOTA_WINDOWS)
  window: QuotaWindow;

  /** Renders of one artist that run at once. */
  @IsInt()
  @Min(1)
  @Max(100)
  concurrency: number;

  /** Renders of one artist that wait at once. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  queued: number;

  /** Share in the queue beside other plans. */
  @IsInt()
  @Min(1)
  @Max(100)
  weight: number;

  /** Whether what is left of a window's credits is lost at its end. Absent: it stays. */
  @IsOptional()
  @IsBoolean()
  expiresWithWindow?: boolean;

  /** Percent of what is left that carries over all the same. Absent: none. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  rolloverPercent?: number;

  /** Credits that carry over at most. Absent: no cap. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  rolloverCap?: number;

  /** Credits per window that all artists share once their own are exhausted. Absent: none. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  pooledCredits?: number;

  /**
   * Clips of the whole programme that are under way at once, whoever asked for them. Absent: as many as there are places.
   * Not in the plan of a cohort.
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  programConcurrency?: number;

  /** Clips that may be marked unusable with their credits back. Absent: 2 per prompt and 5 per week. */
  @ApiProperty({ type: GoodwillBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => GoodwillBody)
  goodwill?: GoodwillBody;
}

export class MarkPolicyBody extends PublicationBody {
  /** Words of the mark. */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  @Matches(/^\P{Cc}*$/u, { message: 'text must not hold control characters' })
  text: string;

  /** Corner of the picture. */
  @ApiProperty({ enum: MARK_PLACES })
  @IsIn(MARK_PLACES)
  place: MarkPlace;

  /** Whether the mark is burnt into the picture. */
  @IsBoolean()
  isVisible: boolean;

  /** Whether every clip carries a signed C2PA manifest; then none is delivered without. */
  @IsBoolean()
  c2pa: boolean;

  /** What the manifest says about training and data mining. */
  @ApiProperty({ enum: TRAINING_USES, required: false, default: 'not_allowed' })
  @IsOptional()
  @IsIn(TRAINING_USES)
  trainingUse?: TrainingUse;

  /** Whether an artist who wants it is named in the manifest. Absent: no. */
  @IsOptional()
  @IsBoolean()
  artistCredit?: boolean;
}

export class VersionParam {
  /** Id or slug of the programme. */
  @IsString()
  id: string;

  /** Number of the version. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}
