import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LARGEST_AMOUNT } from '../../../kernel/money';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import {
  CORRECTION_REASONS,
  CORRECTION_STATES,
  type CorrectionReason,
  type CorrectionState,
} from '../domain/correction.workflow';

export class CorrectionBody {
  @ApiProperty({ enum: CORRECTION_REASONS })
  @IsIn(CORRECTION_REASONS)
  reason: CorrectionReason;

  /** What was found; the artist reads it. */
  @IsString()
  @MinLength(10)
  @MaxLength(500)
  note: string;

  /** What is right, in minor units; 0: nothing is owed for this. */
  @IsInt()
  @Min(0)
  @Max(LARGEST_AMOUNT)
  rightAmount: number;
}

/** What finance may do with one. */
const VERBS = ['confirm', 'withdraw'] as const;
export type CorrectionButton = (typeof VERBS)[number];

/** A correction as its owner sees it: never who was behind it. */
export class OwnCorrectionView {
  id: string;

  @ApiProperty({ enum: CORRECTION_STATES })
  state: CorrectionState;

  @ApiProperty({ enum: CORRECTION_REASONS })
  reason: CorrectionReason;

  /** What was found. */
  note: string;

  /** What stands in its place. */
  @ApiProperty({ type: MoneyView })
  rightAmount: MoneyView;

  /** Its statement of reasons (`sor_…`), where one appeals; null where the right amount is more. */
  @ApiProperty({ type: String, nullable: true })
  statementId: string | null;
}

export class CorrectionVerbParams {
  @IsString()
  @MaxLength(60)
  id: string;

  @ApiProperty({ enum: VERBS })
  @IsIn(VERBS)
  verb: CorrectionButton;
}

export class CorrectionQuery extends PageQuery {
  @ApiProperty({ enum: CORRECTION_STATES, required: false })
  @IsOptional()
  @IsIn(CORRECTION_STATES)
  state?: CorrectionState;
}

/** An amount that somebody says is wrong. */
export class CorrectionView {
  id: string;

  earningId: string;

  personId: string;

  personName: string;

  @ApiProperty({ enum: CORRECTION_STATES })
  state: CorrectionState;

  @ApiProperty({ enum: CORRECTION_REASONS })
  reason: CorrectionReason;

  note: string;

  /** What stands. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** What is said to be right. */
  @ApiProperty({ type: MoneyView })
  rightAmount: MoneyView;

  /** Name of whoever proposed it. */
  proposedBy: string;

  /** Name of whoever confirmed it. */
  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  /** Confirmed by two, and waiting for a second look before it takes effect. */
  isLookedAt: boolean;

  createdAt: string;

  /** What you may do with it now. */
  @ApiProperty({ type: String, isArray: true })
  available: string[];
}

export class CorrectionPage {
  @ApiProperty({ type: CorrectionView, isArray: true })
  items: CorrectionView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
