import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { LARGEST_AMOUNT, type Currency } from '../../../kernel/money';
import { MoneyView, moneyView } from '../../../platform/http/money.dto';
import {
  APPLICATION_STATES,
  APPLICATION_VERBS,
  type ApplicationState,
  type ApplicationVerb,
} from '../contract';
import type { CallApplicationEntity } from './call-application.entity';

export class BudgetLineShape {
  /** What the money is for. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  what: string;

  /** Minor units of the call's currency. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;
}

export class CollaboratorShape {
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  /** Of their account here, when they have one: they are then kept from judging it. Nobody is told whether there is one. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}

export class CallApplicationBody {
  /** What the artist wants to do with the grant. */
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  statement: string;

  /** Minor units of the call's currency; the sum of `budgetLines`. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;

  /** What the money is for. Empty: one line of the whole amount. */
  @IsOptional()
  @ApiProperty({ type: [BudgetLineShape], required: false })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineShape)
  budgetLines: BudgetLineShape[] = [];

  /** Links to works. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true }, { each: true })
  @MaxLength(500, { each: true })
  works: string[] = [];

  @IsOptional()
  @ApiProperty({ type: [CollaboratorShape], required: false })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CollaboratorShape)
  collaborators: CollaboratorShape[] = [];

  /** Studio, company or school. Reviewers of the same one are not asked, and never see it. */
  @IsOptional()
  @IsString()
  @MaxLength(160)
  team: string = '';

  /** Hand in at once instead of keeping a draft. */
  @IsOptional()
  @IsBoolean()
  submit: boolean = false;
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

/** One step of an award. */
export class AwardStepShape {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title: string;

  /** Minor units of the call's currency. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount: number;

  /** When it is planned, RFC 3339. */
  @IsISO8601({ strict: true })
  dueAt: string;

  /** Paid as soon as the agreement is accepted. */
  @IsOptional()
  @IsBoolean()
  isAtStart: boolean = false;
}

export class CallApplicationAnswer {
  /** Needed for every decision: what decided it. The applicant reads this. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(5_000)
  reasons?: string;

  /** Needed to award and to reserve: minor units of the call's currency. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_AMOUNT)
  amount?: number;

  /** Steps of the award; they sum to the amount. Without: one step, paid at the start. */
  @IsOptional()
  @ApiProperty({ type: [AwardStepShape], required: false })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AwardStepShape)
  steps?: AwardStepShape[];

  /** Needed when somebody ranked higher gets less: why. Kept, and counted in public. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  departure?: string;
}

/** What one artist asks of one call, and the answer. Those who judge see it without who it is until the call is decided. */
export class CallApplicationView {
  /** `gra_…` */
  id: string;

  callId: string;

  /** Who asks; `null` for those who judge, until the call is decided. */
  @ApiProperty({ type: String, nullable: true })
  personId: string | null;

  statement: string;

  /** Empty for those who judge, until the call is decided. */
  team: string;

  @ApiProperty({ type: [BudgetLineShape] })
  budgetLines: BudgetLineShape[];

  works: string[];

  /** Empty for those who judge, until the call is decided. */
  @ApiProperty({ type: [CollaboratorShape] })
  collaborators: CollaboratorShape[];

  @ApiProperty({ type: MoneyView })
  requested: MoneyView;

  @ApiProperty({ type: MoneyView, nullable: true })
  awarded: MoneyView | null;

  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  isFinalist: boolean;

  /** Place on the reserve list. */
  @ApiProperty({ type: Number, nullable: true })
  reservePlace: number | null;

  /** What reviewers wrote for the applicant; shown once the call is decided. */
  comments: string[];

  /** Where it stands. The applicant reads the decision when everybody does. */
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;

  @ApiProperty({ type: String, nullable: true })
  handedInAt: string | null;

  createdAt: string;

  /** The steps that the caller may ask for now. */
  @ApiProperty({ enum: APPLICATION_VERBS, isArray: true })
  available: ApplicationVerb[];
}

export class CallApplicationPage {
  @ApiProperty({ type: [CallApplicationView] })
  items: CallApplicationView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export interface Seen {
  readonly isOwn: boolean;
  /** Whether the call's decisions are published. */
  readonly isPublished: boolean;
  readonly currency: Currency;
  readonly comments: readonly string[];
  readonly available: readonly ApplicationVerb[];
}

const DECIDED: readonly ApplicationState[] = ['awarded', 'reserve', 'declined'];

export function callApplicationView(
  row: Omit<CallApplicationEntity, 'updatedAt'>,
  seen: Seen,
): CallApplicationView {
  const { isOwn, isPublished, currency } = seen;
  const isNamed = isOwn || isPublished;
  const isAnswered = !isOwn || isPublished || !DECIDED.includes(row.state);
  return {
    id: row.id,
    callId: row.callId,
    personId: isNamed ? row.personId : null,
    statement: row.statement,
    team: isNamed ? row.team : '',
    budgetLines: row.budgetLines.map(({ what, amount }) => ({ what, amount })),
    works: [...row.works],
    collaborators: isNamed
      ? row.collaborators.map(({ name, email }) => ({ name, ...(isOwn && email !== undefined && { email }) }))
      : [],
    requested: moneyView({ amount: row.requested, currency }),
    awarded: row.awarded === null || !isAnswered ? null : moneyView({ amount: row.awarded, currency }),
    reasons: isAnswered ? row.reasons : null,
    isFinalist: row.isFinalist,
    reservePlace: isAnswered ? row.reservePlace : null,
    comments: isPublished ? [...seen.comments] : [],
    state: isAnswered ? row.state : 'in_review',
    handedInAt: row.handedInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    available: [...seen.available],
  };
}
