import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { REVERSAL_STATES, type ReversalState } from '../domain/reversal.workflow';
import { PayoutPersonView } from '../payout.dto';

const VERBS = ['confirm', 'withdraw'] as const;

export class ReversalInput {
  /** Why the money must come back: the artist is told, and it is kept. */
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

export class ReversalQuery extends PageQuery {
  /** Only those in this state. */
  @IsOptional()
  @ApiProperty({ enum: REVERSAL_STATES, required: false })
  @IsIn(REVERSAL_STATES)
  state?: ReversalState;

  /** Only those of this payout. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  payoutId?: string;
}

export class ReversalVerbParams {
  /** Reversal id. */
  @IsString()
  @MaxLength(60)
  id: string;

  /** `confirm`: let the rail take the money back; by another person than who asked. `withdraw`: leave it. */
  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: (typeof VERBS)[number];
}

/** A payout that somebody wants to have back. */
export class ReversalView {
  /** Reversal id. */
  id: string;

  /** Payout id. */
  payoutId: string;

  /** Batch of the payout. */
  batchId: string;

  /** Payee. */
  @ApiProperty({ type: PayoutPersonView })
  person: PayoutPersonView;

  /** What comes back. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Where it stands. */
  @ApiProperty({ enum: REVERSAL_STATES })
  state: ReversalState;

  /** Why. */
  reason: string;

  /** What the rail said. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** Who asked. */
  @ApiProperty({ type: PayoutPersonView })
  askedBy: PayoutPersonView;

  /** Who confirmed. */
  @ApiProperty({ type: PayoutPersonView, nullable: true })
  confirmedBy: PayoutPersonView | null;

  /** When it was asked for. */
  createdAt: string;

  /** When it moved last. */
  updatedAt: string;

  /** What you may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

export class ReversalPage {
  /** Newest first. */
  @ApiProperty({ type: ReversalView, isArray: true })
  items: ReversalView[];

  /** Cursor of the next page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
