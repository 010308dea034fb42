import { ApiProperty } from '@nestjs/swagger';
import {
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
import { PROGRAM_STATES, type ProgramState } from '../contract';
import { DATE_KINDS, type DateKind, type ProgramDate } from '../domain/calendar';
import { ACTIVITIES, STATE_ALLOWS, type Activity } from '../domain/states';

export const ACTIVITY_NAMES = Object.keys(ACTIVITIES) as Activity[];

export class ProgramChangeBody {
  /** Name of the programme. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  /** The model that artists try. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  model?: string;

  /** When artists may start (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  startsAt?: string;

  /** When the programme ends (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  endsAt?: string;

  /** Number of seats. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  capacity?: number;

  /** When applications close (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  applicationsUntil?: string;

  /** When every applicant has a decision (RFC 3339). */
  @IsOptional()
  @IsISO8601({ strict: true })
  decisionsBy?: string;

  /** When the model became public (RFC 3339): secrecy that waits for it ends. Said once. */
  @IsOptional()
  @IsISO8601({ strict: true })
  releasedAt?: string;
}

export class CopyBody {
  /** Short name of the copy in addresses. */
  @IsString()
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'slug may hold lower-case letters, digits and single hyphens',
  })
  slug: string;

  /** Name of the copy. */
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  /** When its artists may start (RFC 3339). Its end and the ends of its clauses move with it. */
  @IsISO8601({ strict: true })
  startsAt: string;
}

/** What one state of a programme allows. */
export class StateView {
  @ApiProperty({ enum: PROGRAM_STATES })
  state: ProgramState;

  /** What can be done in it. */
  @ApiProperty({ enum: ACTIVITY_NAMES, isArray: true })
  allows: Activity[];
}

export class ActivityView {
  @ApiProperty({ enum: ACTIVITY_NAMES })
  activity: Activity;

  /** In words. */
  says: string;
}

/** The table of states: what each allows. */
export class StatesView {
  @ApiProperty({ type: StateView, isArray: true })
  states: StateView[];

  @ApiProperty({ type: ActivityView, isArray: true })
  activities: ActivityView[];
}

export class ProgramDateView {
  /** Stable: the same date moved is the same entry. */
  key: string;

  @ApiProperty({ enum: DATE_KINDS })
  kind: DateKind;

  /** What happens. */
  title: string;

  /** When. */
  at: string;

  /** Where to read more: a path of the portal. */
  link: string;
}

/** Every date of a programme in one list. */
export class CalendarView {
  /** Earliest first. */
  @ApiProperty({ type: ProgramDateView, isArray: true })
  items: ProgramDateView[];
}

export function statesView(): StatesView {
  return {
    states: PROGRAM_STATES.map((state) => ({ state, allows: [...STATE_ALLOWS[state]] })),
    activities: ACTIVITY_NAMES.map((activity) => ({ activity, says: ACTIVITIES[activity] })),
  };
}

export const programDateView = ({ at, ...rest }: ProgramDate): ProgramDateView => ({
  ...rest,
  at: at.toISOString(),
});
