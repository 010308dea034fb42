import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LARGEST_AMOUNT, type Currency } from '../../kernel/money';
import { MoneyView, moneyView } from '../../platform/http/money.dto';
import type { CallApplicationEntity } from './call-application.entity';
import { APPLICATION_STATES, type ApplicationState, type ApplicationVerb } from './contract';
import { APPLICATION_VERBS } from './domain/application.workflow';

export class CallApplicationBody {
  /** What the artist wants to do with the grant. */
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  statement: string;

  /** Minor units of the call's currency. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;
}

export class CallApplicationVerbParam {
  /** `gra_…` */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: APPLICATION_VERBS })
  @IsIn(APPLICATION_VERBS)
  verb: ApplicationVerb;
}

export class CallApplicationAnswer {
  /** Needed to award and to decline: what decided it. The applicant reads this. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  reasons?: string;

  /** Needed to award: minor units of the call's currency. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount?: number;
}

/** What one artist asks of one call, and the answer. */
export class CallApplicationView {
  /** `gra_…` */
  id: string;

  /** The call. */
  callId: string;

  /** Who asks. */
  personId: string;

  /** What the artist wants to do with the grant. */
  statement: string;

  /** What was asked for. */
  @ApiProperty({ type: MoneyView })
  requested: MoneyView;

  /** What was awarded. */
  @ApiProperty({ type: MoneyView, nullable: true })
  awarded: MoneyView | null;

  /** What decided it. */
  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  /** Where the application stands. */
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;

  /** When it was handed in, RFC 3339. */
  createdAt: string;
}

export class CallApplicationPage {
  @ApiProperty({ type: [CallApplicationView] })
  items: CallApplicationView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function callApplicationView(
  row: Omit<CallApplicationEntity, 'updatedAt'>,
  currency: Currency,
): CallApplicationView {
  const { id, callId, personId, statement, requested, awarded, reasons, state, createdAt } = row;
  return {
    id,
    callId,
    personId,
    statement,
    requested: moneyView({ amount: requested, currency }),
    awarded: awarded === null ? null : moneyView({ amount: awarded, currency }),
    reasons,
    state,
    createdAt: createdAt.toISOString(),
  };
}
