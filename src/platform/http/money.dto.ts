import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { CURRENCIES, LARGEST_AMOUNT, toJsonInteger, type Currency, type Money } from '../../kernel/money';

const CODES = Object.keys(CURRENCIES);

/** An amount of money in answers. */
export class MoneyView {
  /** Integer count of the currency's minor unit (cents, yen, fils). */
  amount: number;

  @ApiProperty({ enum: CODES })
  currency: Currency;
}

export function moneyView(money: Money): MoneyView {
  return { amount: toJsonInteger(money.amount), currency: money.currency };
}

/** An amount of money in requests. */
export class MoneyInput {
  /** Integer count of the currency's minor unit, above zero. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;

  @ApiProperty({ enum: CODES })
  @IsIn(CODES)
  currency: Currency;
}
