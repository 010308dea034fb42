import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { MoneyView } from '../../platform/http/money.dto';
import { BUCKETS, type Bucket } from './domain/ageing';

/** What is owed to one person in one currency. */
export class LiabilityView {
  /** Person id. */
  personId: string;

  /** Name as the person wrote it. */
  name: string;

  /** Earned and not yet accepted by a rail. */
  @ApiProperty({ type: MoneyView })
  owed: MoneyView;

  /** The part of it that approved payouts have reserved. */
  @ApiProperty({ type: MoneyView })
  reserved: MoneyView;
}

/** What is owed to everybody in one currency. */
export class LiabilityTotalView {
  /** Earned and not yet accepted by a rail. */
  @ApiProperty({ type: MoneyView })
  owed: MoneyView;

  /** Accepted by a rail and not yet arrived. */
  @ApiProperty({ type: MoneyView })
  inTransit: MoneyView;

  /** Earned, but the programme's fund had not enough yet; comes on top of `owed`. */
  @ApiProperty({ type: MoneyView })
  unfunded: MoneyView;

  /** People to whom something is owed. */
  people: number;
}

/** A programme's fund in one currency. */
@ApiSchema({ name: 'FundUseView' })
export class FundView {
  /** Programme id. */
  programId: string;

  /** Paid in from outside. */
  @ApiProperty({ type: MoneyView })
  funded: MoneyView;

  /** Turned into artists' earnings. */
  @ApiProperty({ type: MoneyView })
  earned: MoneyView;

  /** Set aside for grant calls. */
  @ApiProperty({ type: MoneyView })
  committed: MoneyView;

  /** What is left. */
  @ApiProperty({ type: MoneyView })
  balance: MoneyView;

  /** Earned and committed as a part of what was paid in, 0 to 1. */
  @ApiProperty({ type: Number, nullable: true })
  burn: number | null;
}

/** Earnings that have waited about as long. */
export class AgeingView {
  /** Days since they were earned. */
  @ApiProperty({ enum: BUCKETS })
  bucket: Bucket;

  /** Number of earnings. */
  count: number;

  /** Their sum. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;
}

/** Payouts that did not arrive. */
export class PayoutExceptionView {
  /** Where they stand. */
  @ApiProperty({ enum: ['on_hold', 'failed', 'returned'] })
  state: 'on_hold' | 'failed' | 'returned';

  /** Number of payouts. */
  count: number;

  /** Their sum. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;
}

/** What finance asks for on one page. */
export class FinanceReportView {
  /** When it was computed. */
  at: string;

  /** The programme of funds, ageing and exceptions; `null` for all. What is owed is always over all programmes. */
  @ApiProperty({ type: String, nullable: true })
  programId: string | null;

  /** By currency. */
  @ApiProperty({ type: LiabilityTotalView, isArray: true })
  liabilityTotals: LiabilityTotalView[];

  /** By person, the largest first; at most 500. */
  @ApiProperty({ type: LiabilityView, isArray: true })
  liability: LiabilityView[];

  /** By programme and currency. */
  @ApiProperty({ type: FundView, isArray: true })
  funds: FundView[];

  /** Earnings that have not arrived, by currency and age. */
  @ApiProperty({ type: AgeingView, isArray: true })
  ageing: AgeingView[];

  /** On hold, failed and returned payouts. */
  @ApiProperty({ type: PayoutExceptionView, isArray: true })
  exceptions: PayoutExceptionView[];
}
