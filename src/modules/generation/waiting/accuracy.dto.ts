import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';

const MOST_DAYS = 365;

export class AccuracyQuery {
  /** Days back. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: `must be a whole number from 1 to ${MOST_DAYS}` })
  @Min(1, { message: `must be from 1 to ${MOST_DAYS}; nearest allowed: 1` })
  @Max(MOST_DAYS, { message: `must be from 1 to ${MOST_DAYS}; nearest allowed: ${MOST_DAYS}` })
  days: number = 30;
}

export class AccuracyNumbersView {
  /** How many came to pass; below the smallest published number the rest is `null`. */
  count: number;
  /** Share of these that came within the p90 told at submit; 0 … 1, promised 0.9. */
  @ApiProperty({ type: Number, nullable: true })
  withinP90: number | null;
  /** Median distance from the p50 told at submit, in seconds. */
  @ApiProperty({ type: Number, nullable: true })
  medianErrorSeconds: number | null;
  /** The same as a share of the true time. Starts: of waits of a minute or more. */
  @ApiProperty({ type: Number, nullable: true })
  medianError: number | null;
}

export class AccuracyDayView {
  /** `2026-11-23`, UTC; `null` for the whole time. */
  @ApiProperty({ type: String, nullable: true })
  day: string | null;
  /** Clips that were told when they would start and be finished. */
  predictions: number;
  @ApiProperty({ type: AccuracyNumbersView })
  starts: AccuracyNumbersView;
  @ApiProperty({ type: AccuracyNumbersView })
  finishes: AccuracyNumbersView;
}

export class AccuracyView {
  /** RFC 3339. */
  at: string;
  /** Days back. */
  days: number;
  /** Fewer clips than this are not broken down. */
  smallestCount: number;
  @ApiProperty({ type: AccuracyDayView, nullable: true })
  total: AccuracyDayView | null;
  @ApiProperty({ type: [AccuracyDayView] })
  byDay: AccuracyDayView[];
}
