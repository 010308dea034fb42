import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { CURRENCIES, type Currency } from '../../../kernel/money';
import { CATEGORIES, type Category } from '../../compensation/contract';
import { PayoutPersonView } from '../payout.dto';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

export class MonthParams {
  /** Month in UTC, such as `2026-03`. */
  @IsString()
  @Matches(MONTH, { message: 'must be a month such as 2026-03' })
  month: string;
}

export class PersonMonthParams extends MonthParams {
  /** Person id. */
  @IsString()
  @MaxLength(60)
  personId: string;
}

/** One movement of what is owed to an artist. */
export class StatementLineView {
  /** When it was posted. */
  at: string;

  /** The entry's reference in the ledger. */
  reference: string;

  /** What happened, such as `payout.sent`. */
  kind: string;

  /** Minor units; above zero: more is owed, below zero: it left or was taken back. */
  amount: number;
}

/** What became owed of one kind of income. */
export class StatementEarnedView {
  /** Kind of income in the artist's books. */
  @ApiProperty({ enum: CATEGORIES })
  category: Category;

  /** The kind in words, such as `Compensation for work`. */
  name: string;

  /** Minor units. */
  amount: number;
}

/** One currency of a month: opening + earned + corrected + paidOut = closing, all in minor units. */
export class StatementCurrencyView {
  @ApiProperty({ enum: Object.keys(CURRENCIES) })
  currency: Currency;

  /** Owed when the month began. */
  opening: number;

  /** What became owed. */
  earned: number;

  /** The same by kind of income; what was given back to the artist beside is not in it. */
  @ApiProperty({ type: StatementEarnedView, isArray: true })
  earnedBy: StatementEarnedView[];

  /** What was taken back; zero or below. */
  corrected: number;

  /** What left as payouts, less what came back; below zero when money left. */
  paidOut: number;

  /** Owed when the month ended. */
  closing: number;

  /** Oldest first. */
  @ApiProperty({ type: StatementLineView, isArray: true })
  lines: StatementLineView[];
}

/** What an artist earned and was paid in one month, out of the ledger. */
export class StatementView {
  /** Month in UTC. */
  month: string;

  /** Whose it is. */
  @ApiProperty({ type: PayoutPersonView })
  person: PayoutPersonView;

  /** One part per currency in which anything was ever owed. */
  @ApiProperty({ type: StatementCurrencyView, isArray: true })
  currencies: StatementCurrencyView[];
}
