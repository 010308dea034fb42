import { ApiProperty, OmitType } from '@nestjs/swagger';
import { MoneyView } from '../../../platform/http/money.dto';
import { EarningQuery } from '../earning.dto';

/** The filters of the list, without its pages. */
export class EarningFilterQuery extends OmitType(EarningQuery, ['cursor', 'limit'] as const) {}

/** Sums of one currency. */
export class EarningTotalView {
  /** Number of earnings. */
  count: number;

  /** Of these, paid after their promised date or waiting beyond it. */
  late: number;

  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Tax in it that is passed on instead of paid. */
  @ApiProperty({ type: MoneyView })
  withheld: MoneyView;
}

export class EarningTotalsView {
  /** By currency. */
  @ApiProperty({ type: EarningTotalView, isArray: true })
  items: EarningTotalView[];
}
