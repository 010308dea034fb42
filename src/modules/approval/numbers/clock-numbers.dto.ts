import { ApiProperty } from '@nestjs/swagger';
import { STANCES, type Stance } from '../domain/stance';

/** Hours: by the wall clock, and of office time (Monday to Friday, 9 to 17 UTC). */
export class HoursView {
  @ApiProperty({ type: Number, nullable: true })
  median: number | null;

  /** Nine of ten were faster. */
  @ApiProperty({ type: Number, nullable: true })
  p90: number | null;

  @ApiProperty({ type: Number, nullable: true })
  officeMedian: number | null;

  @ApiProperty({ type: Number, nullable: true })
  officeP90: number | null;
}

/** A share, or a difference of two, with its 95 % confidence interval. */
export class ShareView {
  value: number;

  low: number;

  high: number;
}

/** How fast: first decisions of the time. */
export class ClockView {
  /** First decisions in the time. */
  decided: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Share within the clock of their class, 0 to 1.',
  })
  inTarget: number | null;

  @ApiProperty({
    enum: ['green', 'amber', 'red'],
    nullable: true,
    description: 'From 75 %, from 25 %, below.',
  })
  grade: 'green' | 'amber' | 'red' | null;

  /** From handing in to the first claim. */
  @ApiProperty({ type: HoursView })
  firstLook: HoursView;

  /** From handing in to the first yes or no, without the time that it waited for the artist. */
  @ApiProperty({ type: HoursView })
  decision: HoursView;

  @ApiProperty({
    type: ShareView,
    nullable: true,
    description:
      'Of the appeals answered, those that succeeded, wholly or in part; `null`: none, or too few artists.',
  })
  overturned: ShareView | null;
}

export class CohortClockView {
  cohortId: string;

  @ApiProperty({ type: ClockView, nullable: true, description: '`null`: too few artists.' })
  numbers: ClockView | null;
}

/** How fast review is. */
export class ClockNumbersView {
  /** Over how many days. */
  days: number;

  /** How long the oldest open one has waited. */
  @ApiProperty({ type: Number, nullable: true })
  oldestOpenHours: number | null;

  @ApiProperty({ type: ClockView, nullable: true })
  all: ClockView | null;

  @ApiProperty({ type: [CohortClockView] })
  cohorts: CohortClockView[];
}

export class ParityCellView {
  /** The artist's own word on the work; shown to nobody who decides. */
  @ApiProperty({ enum: STANCES })
  stance: Stance;

  @ApiProperty({ type: Number, nullable: true, description: '`null`: too few artists.' })
  decided: number | null;

  @ApiProperty({ type: ShareView, nullable: true, description: 'Share approved, by Wilson.' })
  approved: ShareView | null;

  /** Hours to the decision. */
  @ApiProperty({ type: Number, nullable: true })
  medianHours: number | null;
}

/** Whether critical works fare as favourable ones do. */
export class OpinionParityView {
  @ApiProperty({ type: [ParityCellView] })
  cells: readonly ParityCellView[];

  @ApiProperty({
    type: ShareView,
    nullable: true,
    description: 'Share approved of critical works minus that of favourable ones, by Newcombe.',
  })
  difference: ShareView | null;

  @ApiProperty({ enum: ['unknown', 'even', 'critical_fares_worse', 'favourable_fares_worse'] })
  verdict: 'unknown' | 'even' | 'critical_fares_worse' | 'favourable_fares_worse';
}
