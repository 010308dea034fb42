import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { ORDER_STATES, type OrderState } from '../domain/bank-order.workflow';
import { RAIL_MODES, type RailMode } from '../domain/rail';
import { PayoutPersonView } from '../payout.dto';

const FORMATS = ['sepa', 'ach'] as const;

export class NewBankFileInput {
  /** Batch whose payments go into the file. */
  @IsString()
  @MaxLength(60)
  batchId: string;

  /** Day on which the bank should pay, `YYYY-MM-DD`; the next banking day unless named. */
  @IsOptional()
  @IsString()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'must be a day such as 2026-12-01' })
  executeOn?: string;
}

export class BankFileQuery extends PageQuery {
  /** Only files of this batch. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  batchId?: string;
}

export class BankOrderParams {
  /** Payout id, which is the order's reference. */
  @IsString()
  @MaxLength(60)
  payoutId: string;

  /** What the bank did, as its statement says: `execute`, `refuse`, or `return` after it was executed. */
  @ApiProperty({ enum: ['execute', 'refuse', 'return'] })
  @IsIn(['execute', 'refuse', 'return'])
  verb: 'execute' | 'refuse' | 'return';
}

export class BankOrderInput {
  /** What the bank says, for `refuse` and `return`. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

/** One payment of a file. */
export class BankOrderView {
  /** Payout id. */
  payoutId: string;

  /** Payee. */
  @ApiProperty({ type: PayoutPersonView })
  person: PayoutPersonView;

  /** What is paid. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Where it stands. */
  @ApiProperty({ enum: ORDER_STATES })
  state: OrderState;

  /** What the bank said. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** What you may write down about it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

/** A file for a bank. */
export class BankFileView {
  /** File id, also the message id inside. */
  id: string;

  /** Batch that it pays. */
  batchId: string;

  /** SEPA pain.001.001.09, or ACH (NACHA). */
  @ApiProperty({ enum: FORMATS })
  format: (typeof FORMATS)[number];

  /** Whether real money moves by it. */
  @ApiProperty({ enum: RAIL_MODES })
  mode: RailMode;

  /** Name under which it is downloaded. */
  name: string;

  /** SHA-256 of the file: compare it with what you hand to the bank. */
  sha256: string;

  /** Number of payments. */
  orders: number;

  /** Sum of the payments. */
  @ApiProperty({ type: MoneyView })
  total: MoneyView;

  /** Day on which the bank should pay. */
  executeOn: string;

  /** Payments without word from the bank. */
  open: number;

  /** Who made it. */
  @ApiProperty({ type: PayoutPersonView })
  madeBy: PayoutPersonView;

  /** When. */
  createdAt: string;
}

export class BankFilePage {
  /** Newest first. */
  @ApiProperty({ type: BankFileView, isArray: true })
  items: BankFileView[];

  /** Cursor of the next page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class BankFileDetailView extends BankFileView {
  /** Every payment in it. */
  @ApiProperty({ type: BankOrderView, isArray: true })
  lines: BankOrderView[];
}
