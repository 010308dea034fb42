import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CURRENCIES, type Currency } from '../../kernel/money';
import { MoneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import { BATCH_STATES, type BatchState } from './domain/batch.workflow';
import { BLOCKS, type Block } from './domain/draft';
import { PAYOUT_STATES, type PayoutState } from './domain/payout.workflow';
import { RAIL_KEYS, RAIL_MODES, type RailKey, type RailMode } from './domain/rail';
import { PayoutPersonView, PayoutView } from './payout.dto';

const CODES = Object.keys(CURRENCIES);
const VERBS = ['approve', 'cancel', 'send', 'pause', 'resume', 'stop'] as const;

export class NewPayoutBatchInput {
  /** Programme whose earnings are to be paid. */
  @IsString()
  @MaxLength(60)
  programId: string;

  /** Currency of the earnings. */
  @ApiProperty({ enum: CODES })
  @IsIn(CODES)
  currency: Currency;

  /** The way of paying; the usual one of this installation unless named. */
  @IsOptional()
  @ApiProperty({ enum: RAIL_KEYS, required: false })
  @IsIn(RAIL_KEYS)
  rail?: RailKey;
}

export class PayoutBatchQuery extends PageQuery {
  /** Only batches of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only batches in this state. */
  @IsOptional()
  @ApiProperty({ enum: BATCH_STATES, required: false })
  @IsIn(BATCH_STATES)
  state?: BatchState;
}

export class PayoutBatchVerbParams {
  /** Batch id. */
  @IsString()
  @MaxLength(60)
  id: string;

  /**
   * `send` follows an approval by itself; asking for it again does no harm. `pause` stops sending, `resume` goes on,
   * `stop` gives back what was not sent yet.
   */
  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: (typeof VERBS)[number];
}

export class PayoutBatchVerbInput {
  /** For `approve`: the `hash` of the batch you looked at. */
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be the hash shown with the batch' })
  hash?: string;

  /** Kept in the batch's history. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** Somebody with earnings due who is not paid by this batch. */
export class BlockedPayeeView {
  /** Person id. */
  personId: string;

  /** Their name. */
  name: string;

  /** What is due and stays due. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Why they are left out now. */
  @ApiProperty({ enum: BLOCKS })
  reason: Block;
}

/** People left out for one reason. */
export class BlockedSumView {
  /** Why. */
  @ApiProperty({ enum: BLOCKS })
  reason: Block;

  /** Number of people. */
  count: number;

  /** What is due to them and stays due. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;
}

/** Payouts that are approved together. */
export class PayoutBatchView {
  /** Batch id. */
  id: string;

  /** Programme that pays. */
  programId: string;

  /** The way of paying. */
  @ApiProperty({ enum: RAIL_KEYS })
  rail: RailKey;

  /** Whether real money moves. */
  @ApiProperty({ enum: RAIL_MODES })
  mode: RailMode;

  /** Where it stands. */
  @ApiProperty({ enum: BATCH_STATES })
  state: BatchState;

  /** Why it is paused. */
  @ApiProperty({ type: String, nullable: true })
  pauseReason: string | null;

  /** Sum of its payouts. */
  @ApiProperty({ type: MoneyView })
  total: MoneyView;

  /** Number of payouts. */
  count: number;

  /** Number of people left out. */
  blockedCount: number;

  /** SHA-256 of programme, currency, payees, amounts and earnings: send it back when you approve. */
  hash: string;

  /** Approvals it needs besides the drafter. */
  approvalsNeeded: number;

  /** Who put it together. */
  @ApiProperty({ type: PayoutPersonView })
  draftedBy: PayoutPersonView;

  /** Who took somebody out of the draft; like the drafter, they do not approve it. */
  @ApiProperty({ type: PayoutPersonView, isArray: true })
  editedBy: PayoutPersonView[];

  /** Who approved it, in order. */
  @ApiProperty({ type: PayoutPersonView, isArray: true })
  approvedBy: PayoutPersonView[];

  /** When it was drafted. */
  createdAt: string;

  /** When the first approval was given. */
  @ApiProperty({ type: String, nullable: true })
  approvedAt: string | null;

  /** Whether you may take payees out of it. */
  canLeaveOut: boolean;

  /** What you may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

export class PayoutBatchPage {
  /** Newest first. */
  @ApiProperty({ type: PayoutBatchView, isArray: true })
  items: PayoutBatchView[];

  /** Cursor of the next page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** How many payouts of a batch stand where. */
export class PayoutStateCountView {
  /** State. */
  @ApiProperty({ enum: PAYOUT_STATES })
  state: PayoutState;

  /** Number of payouts. */
  count: number;
}

/** A batch with what is in it: sums of everything, and the first two hundred lines. */
export class PayoutBatchDetailView extends PayoutBatchView {
  /** Everybody left out, by reason. */
  @ApiProperty({ type: BlockedSumView, isArray: true })
  blockedBy: BlockedSumView[];

  /** Those with the largest amounts, two hundred at most. */
  @ApiProperty({ type: BlockedPayeeView, isArray: true })
  blocked: BlockedPayeeView[];

  /** All of its payouts by state. */
  @ApiProperty({ type: PayoutStateCountView, isArray: true })
  states: PayoutStateCountView[];

  /** By payee, the first two hundred; all of them are in the list of payouts, by `batchId`. */
  @ApiProperty({ type: PayoutView, isArray: true })
  payouts: PayoutView[];
}
