import { ApiProperty } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, type Currency } from '../../../kernel/money';
import { MoneyView, moneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import {
  ADMISSIONS,
  EVENT_STATES,
  EVENT_VERBS,
  type Admission,
  type EventState,
  type EventVerb,
} from '../domain/event.workflow';
import { SEAT_STATES, SEAT_VERBS, type SeatState, type SeatVerb } from '../domain/seat.workflow';
import type { EventEntity } from './event.entity';
import { ExpenseView } from './expense.dto';

export class EventBody {
  @IsString()
  @MaxLength(64)
  programId: string;

  @IsString()
  @MinLength(1)
  @MaxLength(160)
  title: string;

  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  description: string;

  /** Where, or a link for a meeting online. */
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  place: string;

  /** What people need to know to get in and take part: steps, lifts, captions, quiet rooms. Needed before it opens. */
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  accessibility: string = '';

  /** Needed before it opens. */
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  codeOfConduct: string = '';

  @IsISO8601({ strict: true })
  startsAt: string;

  @IsISO8601({ strict: true })
  endsAt: string;

  /** Last moment to register. */
  @IsISO8601({ strict: true })
  closesAt: string;

  /** IANA name, such as `Europe/Berlin`. */
  @IsTimeZone()
  timeZone: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  seats: number;

  @ApiProperty({ enum: ADMISSIONS })
  @IsIn(ADMISSIONS)
  admission: Admission;

  /** Events that one artist attends within 365 days at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  yearlyCap?: number;

  /** For everybody who comes, minor units of the programme's currency. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_AMOUNT)
  stipend: number = 0;

  /** Expenses of one seat at most, minor units. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_AMOUNT)
  expenses: number = 0;
}

export class EventQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;
}

export class EventVerbParam {
  /** `eve_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: EVENT_VERBS })
  @IsIn(EVENT_VERBS)
  verb: EventVerb;
}

export class SeatBody {
  /** What you need to take part; seen by those who run the event and by nobody else. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  needs: string = '';
}

export class SeatVerbParam {
  /** `sea_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: SEAT_VERBS })
  @IsIn(SEAT_VERBS)
  verb: SeatVerb;
}

export class EventView {
  /** `eve_…` */
  id: string;

  programId: string;

  title: string;

  description: string;

  place: string;

  accessibility: string;

  codeOfConduct: string;

  startsAt: string;

  endsAt: string;

  closesAt: string;

  timeZone: string;

  seats: number;

  /** Seats that are taken. */
  taken: number;

  /** People who want one and have none yet. */
  waiting: number;

  @ApiProperty({ enum: ADMISSIONS })
  admission: Admission;

  @ApiProperty({ type: Number, nullable: true })
  yearlyCap: number | null;

  @ApiProperty({ type: MoneyView })
  stipend: MoneyView;

  @ApiProperty({ type: MoneyView })
  expenses: MoneyView;

  /** Draw that gives the seats, public; `null` where the order of asking does. */
  @ApiProperty({ type: String, nullable: true })
  drawId: string | null;

  /** Calendar file. */
  calendarUrl: string;

  @ApiProperty({ enum: EVENT_STATES })
  state: EventState;

  @ApiProperty({ enum: EVENT_VERBS, isArray: true })
  available: EventVerb[];
}

export class EventPage {
  @ApiProperty({ type: [EventView] })
  items: EventView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class SeatView {
  /** `sea_…` */
  id: string;

  eventId: string;

  eventTitle: string;

  startsAt: string;

  personId: string;

  name: string;

  needs: string;

  /** Place on the waiting list. */
  @ApiProperty({ type: Number, nullable: true })
  place: number | null;

  @ApiProperty({ enum: SEAT_STATES })
  state: SeatState;

  /** Currency of the event's money. */
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  @ApiProperty({ type: [ExpenseView] })
  expenses: ExpenseView[];

  @ApiProperty({ enum: SEAT_VERBS, isArray: true })
  available: SeatVerb[];
}

export class SeatPage {
  @ApiProperty({ type: [SeatView] })
  items: SeatView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function eventView(
  row: Omit<EventEntity, 'createdAt' | 'updatedAt'>,
  more: { taken: number; waiting: number; drawId: string | null; available: EventVerb[] },
): EventView {
  const { currency } = row;
  return {
    id: row.id,
    programId: row.programId,
    title: row.title,
    description: row.description,
    place: row.place,
    accessibility: row.accessibility,
    codeOfConduct: row.codeOfConduct,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    timeZone: row.timeZone,
    seats: row.seats,
    admission: row.admission,
    yearlyCap: row.yearlyCap,
    stipend: moneyView({ amount: row.stipend, currency }),
    expenses: moneyView({ amount: row.expenses, currency }),
    calendarUrl: `/api/v1/events/${row.id}/calendar.ics`,
    state: row.state,
    ...more,
  };
}
