import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { APPLICATION_STATES, DECLINE_CODES, type ApplicationState, type DeclineCode } from '../contract';
import { APPLICATION_VERBS, type ApplicationVerb } from '../domain/application.workflow';
import { FileView } from '../files/file.dto';
import { APPLICATION_SORTS, type ApplicationSort } from './application.repository';

/** Texts, numbers, yes or no, lists of texts. */
const ANSWERS: { type: 'object'; additionalProperties: true } = {
  type: 'object',
  additionalProperties: true,
};

export class ApplicationBody {
  /** Who you are and what you would try. */
  @IsString()
  @MinLength(1)
  @MaxLength(4_000)
  statement: string;

  /** Addresses of works of yours. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { each: true })
  @MaxLength(500, { each: true })
  portfolio: string[];

  /** Answers to the questions of the form, by their keys. */
  @ApiProperty(ANSWERS)
  @IsOptional()
  @IsObject()
  answers?: Record<string, string | number | boolean | string[]>;

  /** Studio, company or school: nobody of the same one scores the application. Reviewers do not see it. */
  @IsOptional()
  @IsString()
  @MaxLength(160)
  team?: string;

  /** IANA name of your time zone, such as Europe/Berlin: deadlines are told in it. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string;

  /** true keeps the application a draft; otherwise it is submitted at once. */
  @IsOptional()
  @IsBoolean()
  draft?: boolean;
}

/** A draft as it is to stand from now on. */
export class ApplicationDraftBody extends ApplicationBody {
  /** `revision` of what you changed. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision: number;
}

/** One reason why an application is declined; its author reads it. */
export class DeclineReasonBody {
  /** Ground, from a closed list. */
  @ApiProperty({ enum: DECLINE_CODES })
  @IsIn(DECLINE_CODES)
  code: DeclineCode;

  /** The reason in words. */
  @IsString()
  @MinLength(1)
  @MaxLength(1_000)
  text: string;
}

export class ApplicationVerbBody {
  /** Why; needed to decline. */
  @ApiProperty({ type: DeclineReasonBody, isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DeclineReasonBody)
  reasons?: DeclineReasonBody[];

  /** To invite: id of the cohort that the artist joins. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;

  /** To waitlist: when the place is looked at again (RFC 3339); 30 days from now unless said. */
  @IsOptional()
  @IsISO8601({ strict: true })
  reviewAt?: string;

  /** For the record of the programme; not shown to the artist. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  note?: string;
}

export class ApplicationVerbParam {
  /** Id of the application. */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: APPLICATION_VERBS })
  @IsIn(APPLICATION_VERBS)
  verb: ApplicationVerb;
}

export class ApplicationListQuery extends PageQuery {
  /** Only applications in this state. */
  @ApiProperty({ enum: APPLICATION_STATES, required: false })
  @IsOptional()
  @IsIn(APPLICATION_STATES)
  state?: ApplicationState;

  /** Only applications to this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only applications of artists in this cohort, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;

  /** true: only those whose promised day has passed without a decision. */
  @ApiProperty({ type: Boolean, required: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  late?: boolean;

  /** In which order: newest first; promised soonest first; best scored first; next on the waiting list first. */
  @ApiProperty({ enum: APPLICATION_SORTS, required: false })
  @IsOptional()
  @IsIn(APPLICATION_SORTS)
  sort: ApplicationSort = 'newest';
}

/** A place on the waiting list. */
export class WaitingView {
  /** Place that was given; stays while others leave. */
  place: number;

  /** How many come before and with it: 1 is next. Said to the artist; null in lists of all. */
  @ApiProperty({ type: Number, nullable: true })
  position: number | null;

  /** When it is looked at again. */
  @ApiProperty({ type: String, nullable: true })
  reviewAt: string | null;
}

/** What reviews came to, without who wrote them. */
export class ScoreView {
  /** Mean in points from 1 to 5. */
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;

  /** Highest minus lowest, in points. */
  spread: number;

  /** Completed reviews. */
  reviews: number;

  /** Reviews that the published selection promises. */
  promised: number;
}

export class DeclineReasonView {
  /** Ground, from a closed list. */
  @ApiProperty({ enum: DECLINE_CODES })
  code: DeclineCode;

  /** The reason in words. */
  text: string;
}

/** Asking to join. */
export class ApplicationView {
  /** Id, `app_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** Name of the programme. */
  programName: string;

  /** Id of the artist; null while it is judged without knowing whose it is. */
  @ApiProperty({ type: String, nullable: true })
  personId: string | null;

  /** Name of the artist, or what stands in its place. */
  personName: string;

  /** Whether it is judged without knowing whose it is. */
  isBlind: boolean;

  /** Who they are and what they would try. */
  statement: string;

  /** Addresses of their works. */
  portfolio: string[];

  /** Answers by the keys of the form's questions; while it is blind only those that do not tell who it is. */
  @ApiProperty(ANSWERS)
  answers: Record<string, string | number | boolean | string[]>;

  /** Version of the form; null where there was none. */
  @ApiProperty({ type: Number, nullable: true })
  formVersion: number | null;

  /** Studio, company or school; empty while it is blind. */
  team: string;

  /** Time zone that deadlines are told in. */
  timeZone: string;

  /** Send it back when saving a draft. */
  revision: number;

  /** sha256 over everything that was handed in; null for a draft. */
  @ApiProperty({ type: String, nullable: true })
  digest: string | null;

  @ApiProperty({ type: FileView, isArray: true })
  files: FileView[];

  /** What reviews came to; null for its author, and where nobody scores. */
  @ApiProperty({ type: ScoreView, nullable: true })
  score: ScoreView | null;

  /** What reviewers wrote for the artist, once it is decided. */
  comments: string[];

  /** When the decision was promised. */
  @ApiProperty({ type: String, nullable: true })
  decideBy: string | null;

  /** When it was decided. */
  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  /** Days over the promise, begun ones included. */
  daysLate: number;

  @ApiProperty({ type: WaitingView, nullable: true })
  waiting: WaitingView | null;

  /** The artist sees the same word as the manager. */
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;

  /** Why it was declined, or is to be if a second look confirms it; empty otherwise. */
  @ApiProperty({ type: DeclineReasonView, isArray: true })
  reasons: DeclineReasonView[];

  /** Declined by one person; somebody outside of the line looks at it first. For those who select: the artist is told nothing before. */
  isHeld: boolean;

  /** The enrollment, once invited. */
  @ApiProperty({ type: String, nullable: true })
  enrollmentId: string | null;

  /** When it was submitted; null for a draft. */
  @ApiProperty({ type: String, nullable: true })
  submittedAt: string | null;

  /** When it was written. */
  createdAt: string;

  /** When it last changed. */
  updatedAt: string;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: APPLICATION_VERBS, isArray: true })
  available: ApplicationVerb[];
}

export class ApplicationPage {
  @ApiProperty({ type: ApplicationView, isArray: true })
  items: ApplicationView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
