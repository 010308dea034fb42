import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyView, moneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import { CATEGORIES, EARNING_STATES, type Category, type EarningState } from './contract';
import { OwnCorrectionView } from './corrections/correction.dto';
import { because } from './domain/because';
import { daysLate, lateCompensation } from './domain/late';
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

  /** `yes`: only what was paid after its promised date, or waits beyond it. */
  @ApiProperty({ enum: ['yes'], required: false })
  @IsOptional()
  @IsIn(['yes'])
  late?: 'yes';
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

  /** What it is for: `feedback`, `task_seat`, `true_up`, `milestone`, `late` and so on. */
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

  /** unfunded: owed, waiting for the fund · due: waiting for a payout · in_payout: on its way · paid · reversed: taken back. */
  @ApiProperty({ enum: EARNING_STATES })
  state: EarningState;

  /** The payout that carries it. */
  @ApiProperty({ type: String, nullable: true })
  payoutId: string | null;

  /** Why, in one sentence. */
  because: string;

  /** Name of whose money it is. */
  personName: string;

  /** Name of the programme. */
  programName: string;

  /** Tax that is passed on instead of paid; worked out when a payout is put together. */
  @ApiProperty({ type: MoneyView })
  withheld: MoneyView;

  /** What arrives. */
  @ApiProperty({ type: MoneyView })
  net: MoneyView;

  /** Where the income is from; `null`: not known yet. */
  @ApiProperty({ type: String, nullable: true })
  sourceCountry: string | null;

  /** By when it is promised to be paid, RFC 3339. */
  payBy: string;

  /** Days that it is late, or was; 0: in time. */
  daysLate: number;

  /** What the wait has come to so far; it is added by itself when the amount arrives. */
  @ApiProperty({ type: MoneyView, nullable: true })
  lateSoFar: MoneyView | null;

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

/** One step of an earning. */
export class EarningStepView {
  verb: string;
  from: string;
  to: string;

  /** Plain values kept with it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  note: Record<string, unknown>;

  at: string;
}

/** An earning with everything behind it. */
export class EarningDetailView extends EarningView {
  /** Of its entry in the ledger. */
  reference: string;

  /** The account that paid. */
  source: string;

  /** Oldest first. */
  @ApiProperty({ type: EarningStepView, isArray: true })
  history: EarningStepView[];

  /** Why it was taken back, and what can be said against it; `null`: it stands as it was earned. */
  @ApiProperty({ type: OwnCorrectionView, nullable: true })
  correction: OwnCorrectionView | null;

  /** What came of it: for the wait, or in its place. */
  @ApiProperty({ type: EarningView, isArray: true })
  following: EarningView[];
}

/** The latest moment that counts: arrival, or now while it waits. */
function waitOf(row: EarningEntity, now: Date): Pick<EarningView, 'daysLate' | 'lateSoFar'> {
  const { amount, currency, state, payBy, paidAt, lateBasisPoints } = row;
  const days = state === 'reversed' ? 0 : daysLate(payBy, paidAt ?? now);
  const isWaiting = days > 0 && paidAt === null && lateBasisPoints > 0;
  return {
    daysLate: days,
    lateSoFar: isWaiting
      ? moneyView({ amount: lateCompensation(amount, lateBasisPoints, days), currency })
      : null,
  };
}

export function earningView(
  row: EarningEntity,
  now: Date,
  names: { readonly personName: string; readonly programName: string },
): EarningView {
  const { id, programId, personId, category, causeType, causeId, amount, currency, withheld, evidence } = row;
  const { rateCardVersion, rateItem, state, payoutId, sourceCountry } = row;
  return {
    id,
    programId,
    personId,
    ...names,
    category,
    causeType,
    causeId,
    because: because(row),
    amount: moneyView({ amount, currency }),
    withheld: moneyView({ amount: withheld, currency }),
    net: moneyView({ amount: amount - withheld, currency }),
    rateCardVersion,
    rateItem,
    evidence,
    state,
    payoutId,
    sourceCountry,
    ...waitOf(row, now),
    earnedAt: row.earnedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    payBy: row.payBy.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
  };
}
