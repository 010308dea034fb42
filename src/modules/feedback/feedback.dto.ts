import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import {
  FEEDBACK_STATES,
  FEEDBACK_VERBS,
  type FeedbackState,
  type FeedbackVerb,
} from './domain/feedback.workflow';
import type { ClipParameters } from './domain/parameters';
import {
  DECLINE_REASON_NAMES,
  FEEDBACK_ORIGINS,
  FEEDBACK_TYPES,
  SENTIMENTS,
  SEVERITIES,
  type FeedbackOrigin,
  type FeedbackType,
  type Sentiment,
  type Severity,
} from './domain/words';
import { PayTakenView } from './voids/void.dto';
import { FeedbackFileView } from './files/feedback-file.dto';
import { MarkerInput, RatingsInput } from './intake/intake.dto';

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

/** How much it weighs, with the formula. */
export class ImpactView {
  /** Kind × severity. */
  weight: number;

  /** How many artists said it. */
  popularity: number;

  /** Weight × popularity. */
  score: number;

  /** With its numbers, for everybody to follow. */
  formula: string;
}

/** What became of the item that this one was merged into. */
export class FateView {
  @ApiProperty({ enum: FEEDBACK_STATES })
  state: FeedbackState;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Version it was shipped in: this one counts too.',
  })
  shippedIn: string | null;
}

/** One item of feedback. */
export class FeedbackView {
  /** `fbk_…` */
  id: string;

  /** Programme it belongs to. */
  programId: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The artist; null for staff where it was filed without a name.',
  })
  personId: string | null;

  /** Name of the artist, or the pseudonym of whoever filed it without a name. */
  author: string;

  /** Filed without the author’s name. */
  isPrivate: boolean;

  @ApiPropertyOptional({ description: 'Under what its earning is found. Only in the author’s own view.' })
  payRef?: string;

  @ApiProperty({ enum: FEEDBACK_ORIGINS, description: 'volunteered: unasked; unusable: evidence of a clip.' })
  origin: FeedbackOrigin;

  @ApiProperty({ type: String, nullable: true, description: 'The clip.' })
  generationId: string | null;

  @ApiProperty({ enum: FEEDBACK_TYPES })
  type: FeedbackType;

  @ApiProperty({ enum: FEEDBACK_STATES })
  state: FeedbackState;

  /** One line. */
  title: string;

  /** In the artist's words. */
  text: string;

  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;

  @ApiProperty({ type: ImpactView })
  impact: ImpactView;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'How the clip was made; without prompt and seed where there is no name.',
  })
  parameters: ClipParameters | null;

  @ApiProperty({ type: [FeedbackFileView] })
  files: FeedbackFileView[];

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

  @ApiProperty({ type: String, nullable: true, description: 'What the artist says it is the same as.' })
  similarTo: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The original of a duplicate.' })
  originalId: string | null;

  @ApiProperty({ type: FateView, nullable: true, description: 'What became of that one.' })
  original: FateView | null;

  @ApiProperty({ type: PayTakenView, nullable: true, description: 'Pay for it was taken back.' })
  payTaken: PayTakenView | null;

  @ApiPropertyOptional({ type: [String], description: 'Words that staff sort by. Only for who triages.' })
  tags?: string[];

  @ApiProperty({ type: String, nullable: true, description: 'Version it was shipped in.' })
  shippedIn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the artist added when asked.' })
  info: string | null;

  @ApiPropertyOptional({
    description: 'Declined, and waiting for a second look before it takes effect. Only for who triages.',
  })
  isLookedAt?: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'How long it took, by the artist’s own word.' })
  minutesClaimed: number | null;

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
