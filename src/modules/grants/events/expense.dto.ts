import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { LARGEST_AMOUNT } from '../../../kernel/money';
import { MoneyView } from '../../../platform/http/money.dto';
import {
  EXPENSE_ANSWERS,
  EXPENSE_REASON_NAMES,
  EXPENSE_STATES,
  type ExpenseAnswerVerb,
  type ExpenseReason,
  type ExpenseState,
} from '../domain/expense.workflow';

export class ExpenseBody {
  /** Minor units of the event's currency. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;

  @IsString()
  @MinLength(1)
  @MaxLength(500)
  what: string;

  /** Link to the receipt. */
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  @MaxLength(500)
  receipt?: string;
}

export class ExpenseVerbParam {
  /** `exp_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: EXPENSE_ANSWERS })
  @IsIn(EXPENSE_ANSWERS)
  verb: ExpenseAnswerVerb;
}

export class ExpenseAnswer {
  /** Which rule it does not meet, one of those published. Needed to decline. */
  @ApiPropertyOptional({ enum: EXPENSE_REASON_NAMES })
  @ValidateIf((_, v) => v !== undefined)
  @IsIn(EXPENSE_REASON_NAMES)
  reason?: ExpenseReason;

  /** What is wrong with this claim, read by whoever made it. Needed to decline. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  reasons?: string;
}

export class ExpenseView {
  /** `exp_…` */
  id: string;

  eventId: string;

  seatId: string;

  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  what: string;

  receipt: string;

  @ApiProperty({ enum: EXPENSE_REASON_NAMES, nullable: true, description: 'Which rule it did not meet.' })
  reason: ExpenseReason | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiPropertyOptional({
    description:
      'Declined, and waiting for a second look before it takes effect. Only for who runs the event.',
  })
  isLookedAt?: boolean;

  @ApiProperty({ enum: EXPENSE_STATES })
  state: ExpenseState;

  @ApiProperty({ enum: EXPENSE_ANSWERS, isArray: true })
  available: ExpenseAnswerVerb[];
}
