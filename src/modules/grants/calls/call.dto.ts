import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsIn,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { LARGEST_AMOUNT } from '../../../kernel/money';
import { MoneyInput, MoneyView, moneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { CALL_STATES, CALL_VERBS, type CallState, type CallVerb } from '../contract';
import { CriterionShape } from '../../enrollment';
import type { CallEntity } from './call.entity';

export class CallBody {
  /** Id of the programme whose fund pays. */
  @IsString()
  @MaxLength(64)
  programId: string;

  /** Name of the call. */
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  title: string;

  /** What is looked for, in words. */
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  criteria: string;

  /** Who may apply. */
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  eligibility: string = '';

  /** By what applications are scored. */
  @IsOptional()
  @ApiProperty({ type: [CriterionShape], required: false })
  @IsArray()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => CriterionShape)
  rubric: CriterionShape[] = [];

  /** What can be awarded in all; held before the call opens. */
  @ApiProperty({ type: MoneyInput })
  @ValidateNested()
  @Type(() => MoneyInput)
  budget: MoneyInput;

  /** Last moment to hand in, RFC 3339. */
  @IsISO8601({ strict: true })
  closesAt: string;

  /** When everyone has an answer, RFC 3339. */
  @IsISO8601({ strict: true })
  decidesAt: string;

  /** Reviews that each application gets, by as many different people. */
  @IsOptional()
  @IsInt()
  @Min(2)
  @Max(9)
  quorum: number = 2;

  /** Awards of one artist within 365 days at most. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  yearlyCap?: number;

  /** How many are named finalists. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  finalists: number = 0;

  /** What each finalist gets, minor units of the budget's currency. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_AMOUNT)
  stipend: number = 0;
}

export class CallQuery extends PageQuery {
  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;

  @IsOptional()
  @IsIn(CALL_STATES)
  @ApiProperty({ enum: CALL_STATES, required: false })
  state?: CallState;
}

export class CallVerbParam {
  /** `cal_…` */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: CALL_VERBS })
  @IsIn(CALL_VERBS)
  verb: CallVerb;
}

/** A grant round, as everybody sees it. */
export class CallView {
  /** `cal_…` */
  id: string;

  /** The programme whose fund pays. */
  programId: string;

  title: string;

  /** What is looked for, in words. */
  criteria: string;

  /** Who may apply. */
  eligibility: string;

  @ApiProperty({ type: [CriterionShape] })
  rubric: CriterionShape[];

  /** What can be awarded in all; held since the call opened. */
  @ApiProperty({ type: MoneyView })
  budget: MoneyView;

  /** What stands as awarded, stipends of finalists included. */
  @ApiProperty({ type: MoneyView })
  awarded: MoneyView;

  /** Last moment to hand in, RFC 3339. */
  closesAt: string;

  /** When everyone was promised an answer, RFC 3339. */
  decidesAt: string;

  /** When everyone got it. */
  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  /** Whole days behind the promise; 0 when it was or can still be kept. */
  daysLate: number;

  quorum: number;

  @ApiProperty({ type: Number, nullable: true })
  yearlyCap: number | null;

  finalists: number;

  @ApiProperty({ type: MoneyView })
  stipend: MoneyView;

  /** Whether the ranking was made: reviews do not change after it. */
  isRanked: boolean;

  @ApiProperty({ enum: CALL_STATES })
  state: CallState;

  /** The steps that the caller may ask for now. */
  @ApiProperty({ enum: CALL_VERBS, isArray: true })
  available: CallVerb[];
}

export class CallPage {
  @ApiProperty({ type: [CallView] })
  items: CallView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

type CallRow = Omit<CallEntity, 'createdAt' | 'updatedAt'>;

const DAY = 86_400_000;

export function callView(row: CallRow, verbs: CallVerb[], now: Date): CallView {
  const { budget, awarded, stipend, currency, decidesAt, decidedAt } = row;
  const end = decidedAt ?? (row.state === 'closed' || row.state === 'open' ? now : decidesAt);
  const late = end.getTime() - decidesAt.getTime();
  return {
    id: row.id,
    programId: row.programId,
    title: row.title,
    criteria: row.criteria,
    eligibility: row.eligibility,
    rubric: row.rubric.map((criterion) => ({ ...criterion, anchors: [...criterion.anchors] })),
    budget: moneyView({ amount: budget, currency }),
    awarded: moneyView({ amount: awarded, currency }),
    closesAt: row.closesAt.toISOString(),
    decidesAt: decidesAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    daysLate: late <= 0 ? 0 : Number(BigInt(late) / BigInt(DAY)),
    quorum: row.quorum,
    yearlyCap: row.yearlyCap,
    finalists: row.finalists,
    stipend: moneyView({ amount: stipend, currency }),
    isRanked: row.rankedAt !== null,
    state: row.state,
    available: verbs,
  };
}
