import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PayoutPersonView } from '../payout.dto';

export class LeaveOutParams {
  /** Batch id. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** Person to take out. */
  @IsString()
  @MaxLength(60)
  personId: string;
}

export class LeaveOutInput {
  /** Why this person is not paid by this batch: kept in the audit log. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

/** The run before this one, of the same programme, currency and way of paying. */
export class PreviousRunView {
  /** Batch id. */
  id: string;

  /** Its total. */
  @ApiProperty({ type: MoneyView })
  total: MoneyView;

  /** Number of its payouts. */
  count: number;

  /** When it was approved. */
  at: string;
}

/** One payee worth a look. */
export class PreviewLineView {
  /** Payout id. */
  payoutId: string;

  /** Payee. */
  @ApiProperty({ type: PayoutPersonView })
  person: PayoutPersonView;

  /** What this batch pays. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** What the run before paid; empty when it did not. */
  @ApiProperty({ type: MoneyView, nullable: true })
  before: MoneyView | null;
}

/** Payees who have something in common: how many there are, and the first of them. */
export class PreviewGroupView {
  /** All of them. */
  count: number;

  /** The first twenty. */
  @ApiProperty({ type: PreviewLineView, isArray: true })
  items: PreviewLineView[];
}

/** What an approver should see of a batch before a list. */
export class PayoutPreviewView {
  /** What approving does, in one sentence. */
  sentence: string;

  /** Sum of the batch. */
  @ApiProperty({ type: MoneyView })
  total: MoneyView;

  /** Number of payouts. */
  count: number;

  /** The run before; empty when this is the first. */
  @ApiProperty({ type: PreviousRunView, nullable: true })
  before: PreviousRunView | null;

  /** Difference to the run before; below zero: less. */
  @ApiProperty({ type: MoneyView, nullable: true })
  change: MoneyView | null;

  /** Never paid before. */
  @ApiProperty({ type: PreviewGroupView })
  fresh: PreviewGroupView;

  /** Paid before, to another account. */
  @ApiProperty({ type: PreviewGroupView })
  moved: PreviewGroupView;

  /** Other amounts than in the run before, the largest differences first. */
  @ApiProperty({ type: PreviewGroupView })
  changed: PreviewGroupView;
}
