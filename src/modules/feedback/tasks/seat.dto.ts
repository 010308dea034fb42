import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { SEAT_SHARES, type SeatShare } from '../contract';
import { TASK_SEAT_STATES, type TaskSeatState } from '../domain/seat.workflow';
import { PayTakenView } from '../voids/void.dto';
import { TaskView } from './task.dto';

const answers = {
  type: 'object',
  additionalProperties: true,
  description: 'By the key of the question.',
} as const;

/** Accepting a task as it was shown. */
export class TakeSeatBody {
  /** Of the form that was shown. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  formVersion: number;
}

export class SeatDraftBody extends TakeSeatBody {
  @ApiProperty(answers)
  @IsObject()
  answers: Record<string, unknown>;
}

/** Handing in. */
export class SeatSubmitBody extends SeatDraftBody {
  /** How long it took, in minutes: the median of all decides on the top-up. */
  @IsInt()
  @Min(1)
  @Max(10_080)
  minutes: number;

  /** Only a part was done: it is paid by its share of the questions. */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  isPartial: boolean = false;
}

export class SeatAnswerBody {
  @ApiPropertyOptional({ description: 'Something to say to the artist.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  answer?: string;
}

/** Settling a time that was absurdly long. */
export class SeatTimeBody {
  /** What counts: between what counts for now and what the artist confirmed. */
  @IsInt()
  @Min(1)
  @Max(10_080)
  minutes: number;

  /** Why; the artist reads it. */
  @IsString()
  @MaxLength(2000)
  answer: string;
}

export class TaskSeatQuery extends PageQuery {
  /** For who manages tasks: all seats of this one. Without it one’s own. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  taskId?: string;

  @ApiPropertyOptional({ enum: TASK_SEAT_STATES })
  @IsOptional()
  @IsIn(TASK_SEAT_STATES)
  state?: TaskSeatState;
}

/** One artist's seat in a task. */
export class TaskSeatView {
  /** `sea_…` */
  id: string;

  /** What was accepted, as it was then. */
  @ApiProperty({ type: TaskView })
  task: TaskView;

  personId: string;

  /** Name of the artist. */
  artist: string;

  @ApiProperty({ enum: TASK_SEAT_STATES })
  state: TaskSeatState;

  @ApiProperty({ ...answers, description: 'What was saved so far; only in the artist’s own view.' })
  draft: object;

  @ApiProperty({ ...answers, nullable: true })
  answers: object | null;

  isPartial: boolean;

  @ApiProperty({ enum: SEAT_SHARES, nullable: true, type: String })
  share: SeatShare | null;

  @ApiProperty({ type: MoneyView, nullable: true, description: 'What it earned.' })
  amount: MoneyView | null;

  @ApiProperty({ type: PayTakenView, nullable: true, description: 'Its pay was taken back.' })
  payTaken: PayTakenView | null;

  @ApiProperty({ type: Number, nullable: true, description: 'As confirmed by the artist.' })
  claimedMinutes: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'What counts.' })
  minutes: number | null;

  @ApiProperty({ enum: ['none', 'confirmed', 'capped', 'settled'] })
  timeState: 'none' | 'confirmed' | 'capped' | 'settled';

  @ApiProperty({ type: String, nullable: true })
  timeAnswer: string | null;

  /** From here on a confirmed time is looked at by a person. */
  longestMinutes: number;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  takenAt: string;

  @ApiProperty({ type: String, nullable: true })
  submittedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Accepted by itself then.' })
  decideBy: string | null;

  /** What the reader may do: `save`, `submit`, `release`, `retake`, `accept`, `settleTime`. */
  @ApiProperty({ type: [String] })
  available: string[];
}

export class TaskSeatPage {
  @ApiProperty({ type: [TaskSeatView] })
  items: readonly TaskSeatView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
