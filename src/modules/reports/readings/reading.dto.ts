import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CURRENCIES, type Currency } from '../../../kernel/money';
import { PAGE_LIMIT } from '../../../kernel/page';
import { MoneyView } from '../../../platform/http/money.dto';
import { READING_KEYS } from '../domain/catalogue';
import type { ColumnType, Target } from '../domain/reading';

const COLUMN_TYPES = ['id', 'text', 'state', 'money', 'count', 'number', 'time', 'flag', 'currency'];
const TARGETS = ['batch', 'payout', 'earning', 'person', 'call', 'postings', 'program'];
const INPUTS = ['program', 'person', 'choice', 'day', 'month', 'amount', 'text', 'currency', 'flag'];

export class ReadingParams {
  /** Name of the reading. */
  @ApiProperty({ enum: READING_KEYS })
  @IsString()
  @MaxLength(30)
  key: string;
}

/** Filters of readings. Which of them a reading has is in the list of readings; any other is refused. */
export class ReadingFilters {
  /** Only this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only this person. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  personId?: string;

  /** Only this state. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  state?: string;

  /** Only this kind. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  kind?: string;

  /** Only this kind of income. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  category?: string;

  /** Only what has waited this long, in days. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  bucket?: string;

  /** Only this way of paying. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  rail?: string;

  /** Only where rail and books stand so. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  match?: string;

  /** Only work that made so much an hour. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  band?: string;

  /** Only what was earned for this fact. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  causeId?: string;

  /** Only this cost centre, such as `prg_…/service`. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  costCentre?: string;

  /** Only this currency. */
  @IsOptional()
  @ApiProperty({ enum: Object.keys(CURRENCIES), required: false })
  @IsIn(Object.keys(CURRENCIES))
  currency?: string;

  /** On or after this day, UTC. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  from?: string;

  /** Before this day, UTC. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  until?: string;

  /** In this month, UTC. */
  @IsOptional()
  @IsString()
  @MaxLength(7)
  month?: string;

  /** As it was at the end of this day, UTC. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  at?: string;

  /** In this calendar year. */
  @IsOptional()
  @IsString()
  @MaxLength(4)
  year?: string;

  /** Of at least this amount, in minor units; needs `currency`. */
  @IsOptional()
  @IsString()
  @MaxLength(16)
  minAmount?: string;

  /** Of at most this amount, in minor units; needs `currency`. */
  @IsOptional()
  @IsString()
  @MaxLength(16)
  maxAmount?: string;

  /** Only what is late: `true`. */
  @IsOptional()
  @IsString()
  @MaxLength(5)
  isLate?: string;

  /** Only steps that one person took twice: `true`. */
  @IsOptional()
  @IsString()
  @MaxLength(5)
  isSamePerson?: string;

  /** Only this batch. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  batchId?: string;

  /** Only this payout. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  payoutId?: string;

  /** Only this earning. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  earningId?: string;

  /** Only this call. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  callId?: string;

  /** Only postings that touch this account, such as `payable:per_….EUR`. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  account?: string;

  /** Only entries whose reference begins so. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  reference?: string;
}

export class ReadingQuery extends ReadingFilters {
  /** Opaque position from the previous page's `next`. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** Rows of one page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  limit: number = 50;
}

export class ReadingGroupQuery extends ReadingFilters {
  /** One of the reading's groupings. */
  @IsString()
  @Matches(/^[a-zA-Z]{1,30}$/)
  by: string;
}

export class ReadingFileQuery extends ReadingFilters {
  /** Names of the columns: for programs or for people. */
  @IsOptional()
  @ApiProperty({ enum: ['machine', 'human'], required: false })
  @IsIn(['machine', 'human'])
  @Transform(({ value }: { value: unknown }) => value ?? 'machine')
  header: 'machine' | 'human' = 'machine';
}

export class ReadingColumnView {
  /** Member of each row, and head of the column in files. */
  key: string;

  title: string;

  @ApiProperty({ enum: COLUMN_TYPES })
  type: ColumnType;

  /** What a count counts. */
  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  /** Whether sums have it. */
  isSummed: boolean;

  /** Whether the portal leaves it to files. */
  isQuiet: boolean;

  /** What the cell leads to. */
  @ApiProperty({ enum: TARGETS, nullable: true })
  opens: Target | null;

  /** Column with the id of what it leads to. */
  opensBy: string;
}

export class ReadingFilterView {
  key: string;

  title: string;

  @ApiProperty({ enum: INPUTS })
  input: string;

  /** The values of a closed list. */
  @ApiProperty({ type: [String], nullable: true })
  values: string[] | null;
}

export class ReadingGroupView {
  key: string;

  title: string;

  /** Filter that shows what is in a group. */
  @ApiProperty({ type: String, nullable: true })
  filter: string | null;
}

export class ReadingChartView {
  by: string;
  of: string;
}

/** What a reading answers and has. */
export class ReadingView {
  key: string;
  title: string;
  question: string;

  /** What a row is, in the plural. */
  rows: string;

  @ApiProperty({ type: ReadingColumnView, isArray: true })
  columns: ReadingColumnView[];

  @ApiProperty({ type: ReadingFilterView, isArray: true })
  filters: ReadingFilterView[];

  @ApiProperty({ type: ReadingGroupView, isArray: true })
  groups: ReadingGroupView[];

  @ApiPropertyOptional({ type: ReadingChartView, nullable: true })
  chart: ReadingChartView | null;
}

export class ReadingList {
  @ApiProperty({ type: ReadingView, isArray: true })
  items: ReadingView[];
}

export type Cell = string | number | boolean | MoneyView | null;

export class ReadingPage {
  /** One member per column; money as `{ amount, currency }` in minor units. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  items: Record<string, Cell>[];

  /** Opaque; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** Everything that fits in one currency. */
export class ReadingSumView {
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  /** Number of rows. */
  rows: number;

  /** By column, in minor units. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  sums: Record<string, number>;
}

export class ReadingSums {
  /** Number of rows in all currencies. */
  rows: number;

  /** One line per currency: amounts of different currencies are never added. */
  @ApiProperty({ type: ReadingSumView, isArray: true })
  items: ReadingSumView[];
}

export class ReadingGroupSum extends ReadingSumView {
  /** Value of the group; `null` where there is none. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;
}

export class ReadingGroups {
  /** At most 200, sorted by value. */
  @ApiProperty({ type: ReadingGroupSum, isArray: true })
  items: ReadingGroupSum[];
}
