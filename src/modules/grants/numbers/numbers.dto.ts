import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CONFLICT_KINDS, type ConflictKind } from '../contract';

export class GrantNumbersQuery {
  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;
}

export class GrantConflictCountView {
  @ApiProperty({ enum: CONFLICT_KINDS })
  kind: ConflictKind;

  count: number;

  /** Reviewers behind them. */
  people: number;
}

/** How evenly grants, money and seats are spread, and whether promised dates were kept. */
export class GrantNumbersView {
  /** Artists who handed in an application or asked for a seat. */
  people: number;

  /** Gini coefficient of awards among them: 0 is even, 1 is all to one. `null`: nothing was awarded. */
  @ApiProperty({ type: Number, nullable: true })
  giniAwards: number | null;

  @ApiProperty({ type: Number, nullable: true })
  giniMoney: number | null;

  @ApiProperty({ type: Number, nullable: true })
  giniSeats: number | null;

  callsDecided: number;

  /** Calls whose decision came after the date that was promised; they count for ever. */
  callsLate: number;

  /** Median days from the deadline to the decision. */
  @ApiProperty({ type: Number, nullable: true })
  medianDaysToDecision: number | null;

  /** Median days from the evidence of a step to its acceptance, which is when its money is earned. */
  @ApiProperty({ type: Number, nullable: true })
  medianDaysToTranche: number | null;

  /** Median days from money earned by a grant or an event to its payment, among what was paid. */
  @ApiProperty({ type: Number, nullable: true })
  medianDaysToCash: number | null;

  /** Applications to decided calls. */
  applications: number;

  /** Decisions that departed from the ranking; each has its reason on record. */
  departures: number;

  /** Conflicts of interest that kept somebody from judging, by kind. */
  @ApiProperty({ type: [GrantConflictCountView] })
  conflicts: GrantConflictCountView[];
}
