import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
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
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, type Currency } from '../../../kernel/money';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { MOST_QUESTIONS, QUESTION_KINDS, type QuestionKind } from '../domain/task-form';
import { TASK_STATES, type TaskState } from '../domain/task.workflow';
import { FeedbackFileView } from '../files/feedback-file.dto';

const given = (_: unknown, value: unknown): boolean => value !== undefined;

/** One question of a task. */
export class QuestionShape {
  /** Name of the answer, unique in the form: small letters, digits and _. */
  @IsString()
  @Length(1, 41)
  key: string;

  /** The question. */
  @IsString()
  @MaxLength(300)
  label: string;

  /** A sentence below it. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(1000)
  help: string = '';

  @ApiProperty({ enum: QUESTION_KINDS })
  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @ValidateIf(given)
  @IsBoolean()
  isRequired: boolean = true;

  /** Characters at most, of a text. */
  @ValidateIf(given)
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxLength: number = 2_000;

  /** Lower end of a scale. */
  @ValidateIf(given)
  @IsInt()
  @Min(0)
  @Max(10)
  min: number = 1;

  /** Upper end of a scale. */
  @ValidateIf(given)
  @IsInt()
  @Min(0)
  @Max(10)
  max: number = 5;

  /** What the lower end means. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(80)
  minLabel: string = '';

  /** What the upper end means. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(80)
  maxLabel: string = '';

  /** What can be chosen. */
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  options: string[] = [];

  /** More than one can be chosen. */
  @ValidateIf(given)
  @IsBoolean()
  isMultiple: boolean = false;

  /** Ids of uploaded MP4 files: two to compare (first is A), one to mark. */
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  clips: string[] = [];
}

/** What is asked of artists, at which price. */
export class TaskBody {
  @IsString()
  @MaxLength(64)
  programId: string;

  /** In a line. */
  @IsString()
  @Length(3, 120)
  title: string;

  /** What it is about and how to go about it. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(5000)
  intro: string = '';

  /** How many artists can do it, each once. */
  @IsInt()
  @Min(1)
  @Max(1000)
  seats: number;

  /** Until when it can be done. */
  @IsISO8601({ strict: true })
  dueAt: string;

  @ApiPropertyOptional({
    description: 'Of one seat, minor units above zero. Without it the task is refused.',
  })
  @IsOptional()
  @IsInt()
  @Max(LARGEST_AMOUNT)
  price?: number;

  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  @IsIn(Object.keys(CURRENCIES))
  currency: Currency;

  /** How long it takes, in minutes. If the median of the confirmed times makes less than the floor, all are topped up. */
  @IsInt()
  @Min(1)
  @Max(600)
  minutes: number;

  @ApiPropertyOptional({ type: [QuestionShape] })
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuestionShape)
  questions: QuestionShape[] = [];
}

export class TaskStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: ['publish', 'cancel'] })
  @IsIn(['publish', 'cancel'])
  verb: 'publish' | 'cancel';
}

export class TaskStepBody {
  /** Why it is cancelled: whoever has a seat reads it. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  answer?: string;
}

export class TaskQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;

  @ApiPropertyOptional({ enum: TASK_STATES })
  @IsOptional()
  @IsIn(TASK_STATES)
  state?: TaskState;
}

/** How far a task is. */
export class TaskProgressView {
  taken: number;
  submitted: number;
  accepted: number;
  /** Accepted, with a time that somebody has to look at. */
  openTimes: number;
  released: number;
  expired: number;
  cancelled: number;
  voided: number;

  /** What its seats have earned so far. */
  earned: MoneyView;

  @ApiProperty({ type: Number, nullable: true, description: 'Median of the confirmed times so far.' })
  medianMinutes: number | null;
}

export class MySeatView {
  id: string;
  state: string;
}

/** Work that is asked for, with everything that one must know before accepting it. */
export class TaskView {
  /** `tsk_…` */
  id: string;

  programId: string;
  title: string;
  intro: string;

  @ApiProperty({ enum: TASK_STATES })
  state: TaskState;

  /** Of one seat. */
  price: MoneyView;

  /** What is paid for a seat that the programme cancels. */
  killFee: MoneyView;

  /** As estimated. */
  minutes: number;

  /** What an hour makes at the estimate. */
  hourly: MoneyView;

  seats: number;

  /** Seats that can still be taken. */
  free: number;

  dueAt: string;

  /** Name it when you accept and when you hand in. */
  formVersion: number;

  @ApiProperty({ type: [QuestionShape] })
  questions: QuestionShape[];

  @ApiProperty({ type: [FeedbackFileView], description: 'The clips that questions show.' })
  clips: FeedbackFileView[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON schema of the answers.' })
  answerSchema: object;

  @ApiProperty({ type: MySeatView, nullable: true, description: 'The reader’s own seat.' })
  mySeat: MySeatView | null;

  @ApiProperty({ type: TaskProgressView, nullable: true, description: 'For who manages tasks.' })
  progress: TaskProgressView | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was cancelled.' })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  publishedAt: string | null;

  /** What the reader may do with it now: `take`, `change`, `publish`, `cancel`. */
  @ApiProperty({ type: [String] })
  available: string[];
}

export class TaskPage {
  @ApiProperty({ type: [TaskView] })
  items: readonly TaskView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
