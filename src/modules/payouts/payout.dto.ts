import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MoneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import { PAYOUT_STATES, type PayoutState } from './domain/payout.workflow';

/** Somebody named in a batch or a payout. */
export class PayoutPersonView {
  /** Person id. */
  id: string;

  /** Name as the person wrote it. */
  name: string;
}

export class PayoutQuery extends PageQuery {
  /** Only payouts in this state. */
  @IsOptional()
  @ApiProperty({ enum: PAYOUT_STATES, required: false })
  @IsIn(PAYOUT_STATES)
  state?: PayoutState;

  /** Only payouts of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only payouts to this person. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  personId?: string;

  /** Only payouts of this batch. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  batchId?: string;
}

export class PayoutVerbParams {
  /** Payout id. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** `retry`: ask the rail again and send if it certainly has nothing. */
  @ApiProperty({ enum: ['retry'] })
  @IsIn(['retry'])
  verb: 'retry';
}

export class PayoutVerbInput {
  /** What you found out and why you go on: kept in the payout's history and in the audit log. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

/** One payment to one artist. */
export class PayoutView {
  /** Payout id; also the reference under which the rail knows it. */
  id: string;

  /** Batch it was approved in. */
  batchId: string;

  /** Programme that pays. */
  programId: string;

  /** Payee. */
  @ApiProperty({ type: PayoutPersonView })
  person: PayoutPersonView;

  /** What is paid. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Number of earnings it pays. */
  earnings: number;

  /** Where it stands. */
  @ApiProperty({ enum: PAYOUT_STATES })
  state: PayoutState;

  /** The way it is sent, once it is. */
  @ApiProperty({ type: String, nullable: true })
  rail: string | null;

  /** The rail's own reference, once it has accepted the payout. */
  @ApiProperty({ type: String, nullable: true })
  railRef: string | null;

  /** Why it failed, came back or waits. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** When it was drafted. */
  createdAt: string;

  /** When the rail accepted it. */
  @ApiProperty({ type: String, nullable: true })
  sentAt: string | null;

  /** When it arrived. */
  @ApiProperty({ type: String, nullable: true })
  paidAt: string | null;

  /** What you may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

export class PayoutPage {
  /** Newest first. */
  @ApiProperty({ type: PayoutView, isArray: true })
  items: PayoutView[];

  /** Cursor of the next page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** One call to the rail. */
export class PayoutAttemptView {
  /** 1 for the first. */
  number: number;

  /** Reference sent to the rail. */
  reference: string;

  /** What the rail answered; empty while it is not known. */
  @ApiProperty({ enum: ['accepted', 'rejected', 'unknown', 'superseded'], nullable: true })
  outcome: 'accepted' | 'rejected' | 'unknown' | 'superseded' | null;

  /** Why not, in the rail's words. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** When it was written down, before the call. */
  startedAt: string;

  /** When its outcome was known. */
  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;
}

/** One ledger posting of a payout. */
export class PayoutPostingView {
  /** When it was posted. */
  at: string;

  /** The entry's reference in the ledger. */
  reference: string;

  /** What happened. */
  kind: string;

  /** Into (above zero) or out of (below) the payout's transit account. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** The account at the other end. */
  account: string;
}

/** A payout down to its earnings, its ledger postings and its calls to the rail. */
export class PayoutDetailView extends PayoutView {
  /** Ids of the earnings it pays, as approved. */
  @ApiProperty({ type: String, isArray: true })
  earningIds: string[];

  /** Newest first. */
  @ApiProperty({ type: PayoutPostingView, isArray: true })
  postings: PayoutPostingView[];

  /** Oldest first. */
  @ApiProperty({ type: PayoutAttemptView, isArray: true })
  attempts: PayoutAttemptView[];
}
