import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { METHODS, OUTCOMES, type Method, type Outcome } from '../domain/showcase';
import { ROUND_STATES, type RoundState, type RoundVerb } from '../domain/showcase.workflow';
import { WorkView } from '../works/work.dto';
import { LicenceQuery } from './licence.dto';

export class RoundInput {
  @IsString()
  @MaxLength(60)
  programId: string;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MinLength(3)
  @MaxLength(120)
  title: string;

  @ApiProperty({
    enum: METHODS,
    description: 'rotation: whoever was shown least comes first; draw: verifiable chance.',
  })
  @IsIn(METHODS)
  method: Method;

  @IsInt()
  @Min(1)
  @Max(50)
  slots: number;

  /** Slots that one artist may have in a quarter; of one round it is always one. */
  @ApiPropertyOptional({ default: 2 })
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(1)
  @Max(6)
  perQuarter?: number;

  @ApiProperty({ type: String, format: 'date-time' })
  @IsISO8601({ strict: true })
  startsAt: string;

  /** At most 93 days after it begins. */
  @ApiProperty({ type: String, format: 'date-time' })
  @IsISO8601({ strict: true })
  endsAt: string;
}

export const ROUND_STEPS = ['close', 'fill', 'cancel'] as const satisfies readonly RoundVerb[];

export class RoundView {
  /** `shr_…`; a draw stands under it as its subject. */
  id: string;

  programId: string;

  title: string;

  @ApiProperty({ enum: METHODS })
  method: Method;

  slots: number;

  perQuarter: number;

  /** `2026-Q4`, in UTC: of this the cap is counted. */
  quarter: string;

  startsAt: string;

  endsAt: string;

  @ApiProperty({ enum: ROUND_STATES })
  state: RoundState;

  /** What whoever asks may do with it now. */
  @ApiProperty({ enum: ROUND_STEPS, isArray: true })
  verbs: RoundVerb[];
}

/** A place on the list, with what it came from and what became of it. */
export class RoundEntryView {
  workId: string;

  /** Missing once the work is not in public. */
  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty({ type: String, nullable: true })
  slug: string | null;

  @ApiProperty({ type: String, nullable: true })
  credit: string | null;

  /** Slots its artist had before. */
  shownBefore: number;

  /** Place in the order; `null`: not filled yet. */
  @ApiProperty({ type: Number, nullable: true })
  position: number | null;

  @ApiProperty({ enum: OUTCOMES, nullable: true })
  outcome: Outcome | null;
}

export class RoundDetail extends RoundView {
  @ApiProperty({ type: [RoundEntryView] })
  entries: readonly RoundEntryView[];
}

export class RoundPage {
  @ApiProperty({ type: [RoundView] })
  items: readonly RoundView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class RoundQuery extends LicenceQuery {}

export class SlotView {
  roundId: string;

  roundTitle: string;

  slot: number;

  work: WorkView;
}

/** How slots were spread over artists in the last 365 days. */
export class SpreadView {
  /** Who agrees to be shown or was. */
  artists: number;

  /** Of them, who had a slot. */
  shown: number;

  slots: number;

  /** Most slots of one artist. */
  most: number;

  /** Gini coefficient: 0, everybody had the same; near 1, one had all. `null`: nothing was shown yet. */
  @ApiProperty({ type: Number, nullable: true })
  gini: number | null;
}

export class ShowcaseView {
  @ApiProperty({ type: [SlotView] })
  slots: readonly SlotView[];

  spread: SpreadView;
}

export class ShowcaseQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}
