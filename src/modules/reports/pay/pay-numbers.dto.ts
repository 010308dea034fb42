import { ApiProperty } from '@nestjs/swagger';
import { CURRENCIES, type Currency } from '../../../kernel/money';

/** What an hour of requested work made, in one currency. */
export class HourlyRateView {
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  /** Minor units: one in ten made less; `null` when too few people are behind it. */
  @ApiProperty({ type: Number, nullable: true })
  p10: number | null;

  /** Minor units: the one in the middle. */
  @ApiProperty({ type: Number, nullable: true })
  p50: number | null;

  /** Too few people are behind it. */
  suppressed: boolean;
}

/** A rate with the interval in which it lies with 95 % confidence. */
export class RateEstimateView {
  rate: number;

  low: number;

  high: number;
}

/** What of decided feedback was not paid, by the label that its author gave it and that nobody who decides sees. */
export class VoidRateView {
  /** `critical`, `neutral`, `favourable`, `none`. */
  sentiment: string;

  /** Items that were decided; `null` when too few people are behind them. */
  @ApiProperty({ type: Number, nullable: true })
  decided: number | null;

  /** Of these, declined. */
  @ApiProperty({ type: Number, nullable: true })
  declined: number | null;

  /** Of these, paid and taken back by two people. */
  @ApiProperty({ type: Number, nullable: true })
  voided: number | null;

  /** Declined, of what was decided. */
  @ApiProperty({ type: RateEstimateView, nullable: true })
  declinedRate: RateEstimateView | null;

  /** Taken back, of what was accepted for pay. */
  @ApiProperty({ type: RateEstimateView, nullable: true })
  voidedRate: RateEstimateView | null;

  /** Declined or taken back, of what was decided. */
  @ApiProperty({ type: RateEstimateView, nullable: true })
  unpaidRate: RateEstimateView | null;

  /** Too few people are behind it, or showing it would give away a line that is hidden. */
  suppressed: boolean;
}

/** How people are paid, in numbers. */
export class PayNumbersView {
  /** Confirmed minutes of work that the programme asked for and accepted. */
  requestedMinutes: number;

  /** Of these, minutes for which nothing was earned. Anything but 0 is a fault of the programme. */
  unpaidRequestedMinutes: number;

  /** Minutes that artists name for feedback that nobody asked for; `null` when too few people are behind it. */
  @ApiProperty({ type: Number, nullable: true })
  volunteeredMinutes: number | null;

  /** Tasks that took longer than estimated and were topped up to the floor; `null` when too few people are behind it. */
  @ApiProperty({ type: Number, nullable: true })
  toppedUpTasks: number | null;

  /** By currency. */
  @ApiProperty({ type: HourlyRateView, isArray: true })
  hourly: HourlyRateView[];

  /** Days from filing to the answer that decided: the one in the middle. */
  @ApiProperty({ type: Number, nullable: true })
  medianDaysToDecision: number | null;

  /** The same: nine in ten were faster. */
  @ApiProperty({ type: Number, nullable: true })
  p90DaysToDecision: number | null;

  /** By the author's label. */
  @ApiProperty({ type: VoidRateView, isArray: true })
  voids: VoidRateView[];

  /** Whether critical and favourable feedback fare differently by more than chance; `null`: too few to say. */
  @ApiProperty({ type: Boolean, nullable: true })
  opinionMatters: boolean | null;

  /** Earnings that were paid after their promised date, or wait beyond it. */
  lateEarnings: number;

  /** Of these, still waiting. */
  lateNow: number;
}
