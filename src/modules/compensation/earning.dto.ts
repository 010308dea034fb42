import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyView, moneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import { CATEGORIES, EARNING_STATES, type Category, type EarningState } from './contract';
import type { EarningEntity } from './earning.entity';

export class EarningQuery extends PageQuery {
  /** Only this person's. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  personId?: string;

  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;

  /** Only in this state. */
  @ApiProperty({ enum: EARNING_STATES, required: false })
  @IsOptional()
  @IsIn(EARNING_STATES)
  state?: EarningState;

  /** Only of this kind of income. */
  @ApiProperty({ enum: CATEGORIES, required: false })
  @IsOptional()
  @IsIn(CATEGORIES)
  category?: Category;
}

/** Money owed to one artist for one fact. */
export class EarningView {
  /** `ern_…` */
  id: string;

  /** The programme that pays. */
  programId: string;

  /** Whose money it is. */
  personId: string;

  /** What kind of income it is. */
  @ApiProperty({ enum: CATEGORIES })
  category: Category;

  /** What it is for: `feedback`, `award`. */
  causeType: string;

  /** Id of what it is for. */
  causeId: string;

  /** How much. */
  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Version of the rate card that set the price; `null`: not by the rate card. */
  @ApiProperty({ type: Number, nullable: true })
  rateCardVersion: number | null;

  /** Item of that rate card. */
  @ApiProperty({ type: String, nullable: true })
  rateItem: string | null;

  /** Ids and plain values that show why. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  evidence: Record<string, unknown>;

  /** unfunded: owed, waiting for the fund · due: waiting for a payout · in_payout: on its way · paid. */
  @ApiProperty({ enum: EARNING_STATES })
  state: EarningState;

  /** The payout that carries it. */
  @ApiProperty({ type: String, nullable: true })
  payoutId: string | null;

  /** When it was earned, RFC 3339. */
  earnedAt: string;

  /** From when on it is paid out, RFC 3339. */
  dueAt: string;

  /** When it arrived, RFC 3339. */
  @ApiProperty({ type: String, nullable: true })
  paidAt: string | null;
}

export class EarningPage {
  @ApiProperty({ type: [EarningView] })
  items: EarningView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function earningView({ source: _source, updatedAt: _updatedAt, ...row }: EarningEntity): EarningView {
  const { amount, currency, earnedAt, dueAt, paidAt, ...rest } = row;
  return {
    ...rest,
    amount: moneyView({ amount, currency }),
    earnedAt: earnedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
  };
}
