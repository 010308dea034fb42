import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyView } from '../../platform/http/money.dto';
import { PayNumbersView } from './pay/pay-numbers.dto';

export class ReportQuery {
  /** Only this programme; all of them when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

/** A cell of a breakdown. */
export class ReportCellView {
  /** What is counted. */
  key: string;

  /** `null` when suppressed. */
  @ApiProperty({ type: Number, nullable: true })
  count: number | null;

  /** Fewer people than `smallestCell` are behind it, or showing it would give away a cell that is. */
  suppressed: boolean;
}

/** Clips of one outcome. Outcomes of machines are not personal and never suppressed. */
export class GenerationCellView {
  /** Outcome, a state of the generation workflow. */
  outcome: string;

  /** Number of clips. */
  count: number;

  /** Median seconds from the request to the start. */
  @ApiProperty({ type: Number, nullable: true })
  medianWaitSeconds: number | null;

  /** Median seconds from the start to the end. */
  @ApiProperty({ type: Number, nullable: true })
  medianRenderSeconds: number | null;
}

/** Money that arrived, in one currency. */
export class PaidView {
  /** Sum of payouts that arrived and stayed. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Number of such payouts. */
  payouts: number;
}

/** Grants and events: how evenly they are spread, whether dates were kept, what kept people from judging. */
export class GrantReportView {
  /** Artists who handed in an application or asked for a seat. */
  @ApiProperty({ type: ReportCellView })
  people: ReportCellView;

  /** Gini coefficient of awards among them: 0 is even, 1 is all to one. `null`: nothing awarded, or hidden. */
  @ApiProperty({ type: Number, nullable: true })
  giniAwards: number | null;

  @ApiProperty({ type: Number, nullable: true })
  giniMoney: number | null;

  @ApiProperty({ type: Number, nullable: true })
  giniSeats: number | null;

  callsDecided: number;

  /** Calls decided after the promised date; they count for ever. */
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

  /** Decisions that departed from the ranking. */
  departures: number;

  /** Conflicts of interest that kept somebody from judging, by kind. */
  @ApiProperty({ type: [ReportCellView] })
  conflicts: ReportCellView[];
}

/** What the programme did, for everybody to see. */
export class PublicReportView {
  /** When it was computed. */
  at: string;

  /** The programme, or `null` for all. */
  @ApiProperty({ type: String, nullable: true })
  programId: string | null;

  /** Breakdowns by person-related facts hide cells with fewer people than this. */
  smallestCell: number;

  /** Artists ever enrolled. */
  artistsEnrolled: number;

  /** Artists who may generate now. */
  artistsActive: number;

  /** Clips by outcome. */
  @ApiProperty({ type: GenerationCellView, isArray: true })
  generations: GenerationCellView[];

  /** Clips that ended. */
  attempts: number;

  /** Clips that their artists marked usable. */
  keepers: number;

  /** Ended clips for each usable one. */
  @ApiProperty({ type: Number, nullable: true })
  attemptsPerKeeper: number | null;

  /** Works in the gallery. */
  works: number;

  /** Sharing decisions by outcome; overall counts, never suppressed. */
  @ApiProperty({ type: ReportCellView, isArray: true })
  decisions: ReportCellView[];

  /** Median hours from a submission to its decision. */
  @ApiProperty({ type: Number, nullable: true })
  medianHoursToDecision: number | null;

  /** Refusals and take-downs on the ground of safety. */
  @ApiProperty({ type: ReportCellView })
  refusalsForSafety: ReportCellView;

  /** All other refusals and take-downs, by ground. */
  @ApiProperty({ type: ReportCellView, isArray: true })
  refusalsForOtherGrounds: ReportCellView[];

  /** Appeals decided; `null` when suppressed. */
  @ApiProperty({ type: ReportCellView })
  appealsDecided: ReportCellView;

  /** Share of decided appeals that were overturned, wholly or in part, 0 to 1; `null` when suppressed or none. */
  @ApiProperty({ type: Number, nullable: true })
  overturnRate: number | null;

  /** Feedback by where it stands. */
  @ApiProperty({ type: ReportCellView, isArray: true })
  feedback: ReportCellView[];

  /** Money that arrived, by currency; totals, never suppressed. */
  @ApiProperty({ type: PaidView, isArray: true })
  paid: PaidView[];

  /** Median hours from an accepted contribution to money that arrived. */
  @ApiProperty({ type: Number, nullable: true })
  medianHoursToCash: number | null;

  /** Minutes of requested and accepted work for which nothing was earned. */
  unpaidRequestedMinutes: number;

  /** How people are paid, in numbers. */
  @ApiProperty({ type: PayNumbersView })
  pay: PayNumbersView;

  /** Keys that were found in wrong hands and stopped, of all programmes; each is one artist's, and nobody else was touched. */
  incidents: number;

  /** Times that a whole programme was paused, which touches everybody. */
  incidentsForAll: number;

  @ApiProperty({ type: GrantReportView })
  grants: GrantReportView;
}
