import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  AUDIENCES,
  AUDIENCE_NAMES,
  LABELS,
  LABEL_NAMES,
  type Audience,
  type Label,
} from '../domain/audience';
import { CLAIM_MINUTES } from '../domain/claim';
import { GROUNDS } from '../domain/grounds';
import { LIKENESSES, type Likenesses } from '../domain/rights';
import {
  ESCALATION_ROLES,
  RESUBMISSION_HOURS,
  RISKS,
  type EscalationRole,
  type Risk,
  type RiskRow,
} from '../domain/risk';
import type { PolicyContent, SharingPolicy } from '../domain/sharing-policy';
import { APPEAL_MONTHS } from '../domain/statement';

/** A name and what it means. */
export class TermView {
  /** As used by the API. */
  name: string;

  /** For people. */
  means: string;
}

/** The clock of one class of risk. */
export class RiskClassView {
  @ApiProperty({ enum: RISKS })
  risk: Risk;

  /** Hours a decision may take. */
  hours: number;

  @ApiProperty({ enum: ['approve', 'escalate'], description: 'What happens when they are over.' })
  atDeadline: 'approve' | 'escalate';

  @ApiProperty({ enum: ESCALATION_ROLES, description: 'To whom an escalation goes.' })
  escalatesTo: EscalationRole;

  /** People that a yes takes. */
  peopleForYes: number;

  /** People that a no takes. */
  peopleForNo: number;

  /** What puts a submission into this class; the highest class counts. */
  @ApiProperty({ type: [String] })
  because: string[];
}

/** One row of the table of risk. It can name only what the artist declares. */
export class RiskRowBody {
  /** What is cited, such as `RK-3`. */
  @Matches(/^RK-\d{1,4}$/, { message: 'a row has an id such as RK-3' })
  id: string;

  @ApiProperty({ enum: RISKS })
  @IsIn(RISKS)
  risk: Risk;

  /** Completes “because …”. */
  @IsString()
  @Length(5, 200)
  because: string;

  /** What would and would not be meant by it. */
  @IsString()
  @Length(5, 400)
  example: string;

  /** Any of these. */
  @ApiPropertyOptional({ enum: LABEL_NAMES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(LABEL_NAMES, { each: true })
  labels?: Label[];

  /** And any of these. */
  @ApiPropertyOptional({ enum: LIKENESSES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(LIKENESSES, { each: true })
  likenesses?: Likenesses[];

  /** And for any of these. */
  @ApiPropertyOptional({ enum: AUDIENCE_NAMES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(AUDIENCE_NAMES, { each: true })
  audiences?: Audience[];

  /** And material of others is in it under licence. */
  @ApiPropertyOptional({ enum: [true] })
  @IsOptional()
  @Equals(true)
  isThirdParty?: true;
}

/** The clock of one class. */
export class RiskClassBody {
  /** Hours a decision may take. */
  @IsInt()
  @Min(1)
  @Max(240)
  hours: number;

  @ApiProperty({ enum: ['approve', 'escalate'] })
  @IsIn(['approve', 'escalate'])
  atDeadline: 'approve' | 'escalate';

  @ApiProperty({ enum: ESCALATION_ROLES })
  @IsIn(ESCALATION_ROLES)
  escalatesTo: EscalationRole;

  /** People that a no takes: 1 or 2. */
  @IsInt()
  @Min(1)
  @Max(2)
  peopleForNo: number;
}

/** The clocks of all three. */
export class RiskClassesBody {
  @ApiProperty({ type: RiskClassBody })
  @ValidateNested()
  @Type(() => RiskClassBody)
  low: RiskClassBody;

  @ApiProperty({ type: RiskClassBody })
  @ValidateNested()
  @Type(() => RiskClassBody)
  medium: RiskClassBody;

  @ApiProperty({ type: RiskClassBody })
  @ValidateNested()
  @Type(() => RiskClassBody)
  high: RiskClassBody;
}

/** A whole new version. */
export class PolicyBody {
  /** The version that it is published on top of: the one in force. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  base: number;

  /** What changes and why, for everybody who reads it. */
  @IsString()
  @Length(10, 2000)
  note: string;

  @ApiProperty({ type: RiskClassesBody })
  @ValidateNested()
  @Type(() => RiskClassesBody)
  classes: RiskClassesBody;

  @ApiProperty({ type: [RiskRowBody] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RiskRowBody)
  table: RiskRowBody[];

  /** Reviewers do not see whose work it is until it is decided. */
  @IsBoolean()
  isBlind: boolean;

  /** Share of decisions that a second person looks at, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  secondOpinionShare: number;
}

/** Which version of the policy. */
export class PolicyQuery {
  /** The one in force when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}

/** A version in the list of all. */
export class PolicyHead {
  version: number;

  /** What changed and why. */
  note: string;

  /** ISO date-time; `null`: it came with Atelier. */
  @ApiProperty({ type: String, nullable: true })
  publishedAt: string | null;
}

/** By what rules it is decided: all of them. */
export class PolicyView {
  /** Version of the table of risk and the clocks. What is open keeps the one under which it was handed in. */
  version: number;

  /** What changed in it and why. */
  note: string;

  @ApiProperty({ type: [PolicyHead], description: 'Newest first.' })
  versions: PolicyHead[];

  @ApiProperty({ type: [RiskRowBody], description: 'What puts a work into a class; the highest counts.' })
  table: RiskRowBody[];

  /** Reviewers do not see whose work it is until it is decided. */
  isBlind: boolean;

  /** Share of decisions that a second person looks at without knowing the first. */
  secondOpinionShare: number;

  /** Seconds in which a reviewer may take a verdict back before anybody is told. */
  undoSeconds: number;

  /** The only grounds for a refusal. */
  @ApiProperty({ type: [TermView] })
  grounds: TermView[];

  @ApiProperty({ type: [RiskClassView] })
  risks: RiskClassView[];

  @ApiProperty({ type: [TermView] })
  labels: TermView[];

  @ApiProperty({ type: [TermView] })
  audiences: TermView[];

  /** Minutes a reviewer has a submission for themselves. */
  claimMinutes: number;

  /** Hours at least for a decision after requested changes. */
  resubmissionHours: number;

  /** Months in which a refusal can be appealed. */
  appealMonths: number;
}

const terms = (table: Readonly<Record<string, string>>): TermView[] =>
  Object.entries(table).map(([name, means]) => ({ name, means }));

const headOf = ({ version, note, publishedAt }: SharingPolicy): PolicyHead => ({
  version,
  note,
  publishedAt: publishedAt?.toISOString() ?? null,
});

const rowOf = ({ labels, likenesses, audiences, ...row }: RiskRow): RiskRowBody => ({
  ...row,
  ...(labels === undefined ? {} : { labels: [...labels] }),
  ...(likenesses === undefined ? {} : { likenesses: [...likenesses] }),
  ...(audiences === undefined ? {} : { audiences: [...audiences] }),
});

const classOf = ({ hours, atDeadline, escalatesTo, peopleForNo }: RiskClassBody) => ({
  hours,
  atDeadline,
  escalatesTo,
  peopleForYes: 1 as const,
  peopleForNo: peopleForNo === 2 ? (2 as const) : (1 as const),
});

/** What is asked to be published, in the shape that decides. A yes is always one person's. */
export function contentOf({ classes, table, isBlind, secondOpinionShare }: PolicyBody): PolicyContent {
  return {
    classes: { low: classOf(classes.low), medium: classOf(classes.medium), high: classOf(classes.high) },
    table: table.map((row) => ({ ...row })),
    isBlind,
    secondOpinionShare,
  };
}

/** A published policy, from the same tables that decide. */
export function policyView(
  policy: SharingPolicy,
  versions: readonly SharingPolicy[],
  undoSeconds: number,
): PolicyView {
  const { version, note, table, classes, isBlind, secondOpinionShare } = policy;
  return {
    version,
    note,
    versions: versions.map(headOf),
    table: table.map(rowOf),
    isBlind,
    secondOpinionShare,
    undoSeconds,
    grounds: terms(GROUNDS),
    risks: RISKS.map((risk) => ({
      risk,
      ...classes[risk],
      because: table.filter((row) => row.risk === risk).map((row) => row.because),
    })),
    labels: terms(LABELS),
    audiences: terms(AUDIENCES),
    claimMinutes: CLAIM_MINUTES,
    resubmissionHours: RESUBMISSION_HOURS,
    appealMonths: APPEAL_MONTHS,
  };
}
