import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import {
  FEEDBACK_STATES,
  FEEDBACK_VERBS,
  type FeedbackState,
  type FeedbackVerb,
} from './domain/feedback.workflow';
import {
  DECLINE_REASON_NAMES,
  FEEDBACK_TYPES,
  SENTIMENTS,
  type FeedbackType,
  type Sentiment,
} from './domain/words';

/** A rectangle of the picture, in shares of its width and height from the upper left corner. */
export class RegionInput {
  /** Left edge, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  /** Upper edge, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;

  /** Width, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  w: number;

  /** Height, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  h: number;
}

/** A point or range of the clip's timeline. */
export class MarkerInput {
  /** Seconds from the start. */
  @IsNumber()
  @Min(0)
  at: number;

  /** End of a range, seconds from the start. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  until?: number;

  @ApiPropertyOptional({ type: RegionInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegionInput)
  region?: RegionInput;

  /** What is to be seen there. */
  @IsString()
  @Length(1, 1000)
  note: string;
}

/** How well the clip did, 1 (poor) to 5 (good). */
export class RatingsInput {
  /** Does it show what was asked for? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  promptAdherence?: number;

  /** Does it move well? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  motion?: number;

  /** Do things stay themselves? */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  consistency?: number;

  /** 5: no artefacts to be seen. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  artefacts?: number;
}

/** What an artist reports. */
export class FeedbackInput {
  /** A generation of one's own; its programme counts. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  generationId?: string;

  /** Without a generation: the programme, when one is in several. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  @ApiProperty({ enum: FEEDBACK_TYPES })
  @IsIn(FEEDBACK_TYPES)
  type: FeedbackType;

  /** In one's own words, 10 to 5000 characters. */
  @IsString()
  @Length(10, 5000)
  text: string;

  @ApiPropertyOptional({
    enum: SENTIMENTS,
    description: 'For the opinion-parity report; whoever accepts it for pay never sees it.',
  })
  @IsOptional()
  @IsIn(SENTIMENTS)
  sentiment?: Sentiment;

  @ApiPropertyOptional({ type: RatingsInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => RatingsInput)
  ratings?: RatingsInput;

  @ApiPropertyOptional({ type: [MarkerInput] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MarkerInput)
  markers?: MarkerInput[];
}

/** Which verb on which item. */
export class FeedbackStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: FEEDBACK_VERBS })
  @IsIn(FEEDBACK_VERBS)
  verb: FeedbackVerb;
}

/** What comes with a verb. */
export class FeedbackStepInput {
  /** To the artist; needed to decline, to merge, to ask and to ship. From the artist: the answer to a question. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  answer?: string;

  @ApiPropertyOptional({
    enum: DECLINE_REASON_NAMES,
    description: 'For decline. Tone and opinion are not among them.',
  })
  @IsOptional()
  @IsString()
  reason?: string;

  /** For markDuplicate: the original. */
  @IsOptional()
  @IsString()
  of?: string;

  /** For ship: version of the model or product. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  version?: string;
}

/** Without `queue`, newest first: an artist's own; for who triages all. */
export class FeedbackQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ['open', 'all'],
    description: 'For who triages. open: what waits for a decision, by deadline; all: newest first.',
  })
  @IsOptional()
  @IsIn(['open', 'all'])
  queue?: 'open' | 'all';

  @ApiPropertyOptional({ enum: FEEDBACK_STATES, description: 'Not with queue=open.' })
  @IsOptional()
  @IsIn(FEEDBACK_STATES)
  state?: FeedbackState;

  /** Only what is about this clip. */
  @IsOptional()
  @IsString()
  generationId?: string;
}

/** One item of feedback. */
export class FeedbackView {
  /** `fbk_…` */
  id: string;

  /** Programme it belongs to. */
  programId: string;

  /** The artist. */
  personId: string;

  @ApiProperty({ type: String, nullable: true, description: 'The clip.' })
  generationId: string | null;

  @ApiProperty({ enum: FEEDBACK_TYPES })
  type: FeedbackType;

  @ApiProperty({ enum: FEEDBACK_STATES })
  state: FeedbackState;

  /** In the artist's words. */
  text: string;

  @ApiPropertyOptional({ enum: SENTIMENTS, nullable: true, description: 'Only in the author’s own view.' })
  sentiment?: Sentiment | null;

  @ApiProperty({ type: RatingsInput })
  ratings: RatingsInput;

  @ApiProperty({ type: [MarkerInput] })
  markers: readonly MarkerInput[];

  @ApiProperty({ type: String, nullable: true, description: 'What the programme answered or asked last.' })
  answer: string | null;

  @ApiProperty({ enum: DECLINE_REASON_NAMES, nullable: true, description: 'Why it was declined.' })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The original of a duplicate.' })
  originalId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Version it was shipped in.' })
  shippedIn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the artist added when asked.' })
  info: string | null;

  /** When it counts as accepted unless it is handled before; ISO date-time. */
  dueAt: string;

  /** ISO date-time. */
  createdAt: string;

  /** ISO date-time. */
  updatedAt: string;

  /** What the reader may do now. */
  @ApiProperty({ enum: FEEDBACK_VERBS, isArray: true })
  available: string[];
}

export class FeedbackPage {
  @ApiProperty({ type: [FeedbackView] })
  items: readonly FeedbackView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
