import { ApiProperty } from '@nestjs/swagger';

/** Credits of one kind of purse over its whole time. All that came less `expired` and `spent` is `balance`. */
export class CreditSumsView {
  /** Credits that came with windows of the plan. */
  granted: number;
  /** Credits that staff gave on top. */
  toppedUp: number;
  /** Credits that came back for unusable or late clips. */
  goodwill: number;
  /** Credits of the time in which the programme was paused. */
  madeGood: number;
  /** Credits that ended with their window. */
  expired: number;
  /** Credits that finished clips have cost. */
  spent: number;
  /** Credits that are there now, those held included. */
  balance: number;
  /** Credits reserved by clips that are not finished. */
  held: number;
  /** Credits that can be spent now. */
  available: number;
}

export class ProgramCreditsView {
  programId: string;
  /** Artists who have ever had credits here. */
  artists: number;
  /** All artists' own credits together. */
  @ApiProperty({ type: CreditSumsView })
  own: CreditSumsView;
  /** The pool they share; null: it never had any. */
  @ApiProperty({ type: CreditSumsView, nullable: true })
  pool: CreditSumsView | null;
}
