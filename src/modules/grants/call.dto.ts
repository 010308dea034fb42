import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsIn, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { MoneyInput, MoneyView, moneyView } from '../../platform/http/money.dto';
import { PageQuery } from '../../platform/http/page-query.dto';
import type { CallEntity } from './call.entity';
import { CALL_STATES, type CallState, type CallVerb } from './contract';
import { CALL_VERBS } from './domain/call.workflow';

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

  /** By what applications are judged. */
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  criteria: string;

  /** What can be awarded in all. */
  @ApiProperty({ type: MoneyInput })
  @ValidateNested()
  @Type(() => MoneyInput)
  budget: MoneyInput;

  /** When everyone has an answer, RFC 3339. */
  @IsISO8601({ strict: true })
  decidesAt: string;
}

export class CallQuery extends PageQuery {
  /** Only of this programme. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  programId?: string;
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

/** A grant round. */
export class CallView {
  /** `cal_…` */
  id: string;

  /** The programme whose fund pays. */
  programId: string;

  /** Name of the call. */
  title: string;

  /** By what applications are judged. */
  criteria: string;

  /** What can be awarded in all; set aside since the call opened. */
  @ApiProperty({ type: MoneyView })
  budget: MoneyView;

  /** What was awarded so far. */
  @ApiProperty({ type: MoneyView })
  awarded: MoneyView;

  /** When everyone has an answer, RFC 3339. */
  decidesAt: string;

  /** Where the call stands. */
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

export function callView(row: CallRow, verbs: CallVerb[]): CallView {
  const { id, programId, title, criteria, budget, awarded, currency, decidesAt, state } = row;
  return {
    id,
    programId,
    title,
    criteria,
    budget: moneyView({ amount: budget, currency }),
    awarded: moneyView({ amount: awarded, currency }),
    decidesAt: decidesAt.toISOString(),
    state,
    available: verbs,
  };
}
