import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { AwardStepShape } from '../applications/call-application.dto';
import {
  AMENDMENT_STATES,
  AMENDMENT_VERBS,
  type AmendmentState,
  type AmendmentVerb,
} from '../domain/amendment.workflow';
import { AWARD_STATES, AWARD_VERBS, type AwardState, type AwardVerb } from '../domain/award.workflow';
import {
  MILESTONE_STATES,
  MILESTONE_VERBS,
  type MilestoneState,
  type MilestoneVerb,
} from '../domain/milestone.workflow';

export class AwardQuery extends PageQuery {
  /** Only of this call. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  callId?: string;

  @IsOptional()
  @IsIn(AWARD_STATES)
  @ApiProperty({ enum: AWARD_STATES, required: false })
  state?: AwardState;
}

export class AwardVerbParam {
  /** `awd_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: AWARD_VERBS })
  @IsIn(AWARD_VERBS)
  verb: AwardVerb;
}

export class AwardVerbBody {
  /** To accept: the hash of the agreement that was read. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  agreementHash?: string;

  /** To terminate, to appeal and to answer an appeal: why. To report: the report. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  text?: string;
}

export class MilestoneVerbParam {
  /** `mil_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: MILESTONE_VERBS })
  @IsIn(MILESTONE_VERBS)
  verb: MilestoneVerb;
}

export class MilestoneVerbBody {
  /** To hand in: what was done. To ask for changes: what is missing. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  text?: string;

  /** Evidence. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true }, { each: true })
  links: string[] = [];
}

export class AmendmentBody {
  /** Why the steps should change. */
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  reason: string;

  /** Every step that is not accepted yet, anew; they sum to what is not paid yet. */
  @ApiProperty({ type: [AwardStepShape] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AwardStepShape)
  steps: AwardStepShape[];
}

export class AmendmentVerbParam {
  /** `amd_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: AMENDMENT_VERBS })
  @IsIn(AMENDMENT_VERBS)
  verb: AmendmentVerb;
}

export class MilestoneView {
  /** `mil_…` */
  id: string;

  position: number;

  title: string;

  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  dueAt: string;

  /** Paid as soon as the agreement was accepted. */
  isAtStart: boolean;

  @ApiProperty({ type: String, nullable: true })
  evidence: string | null;

  links: string[];

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** Evidence without an answer by then is accepted. */
  @ApiProperty({ type: String, nullable: true })
  answerUntil: string | null;

  @ApiProperty({ enum: MILESTONE_STATES })
  state: MilestoneState;

  @ApiProperty({ enum: MILESTONE_VERBS, isArray: true })
  available: MilestoneVerb[];
}

export class AmendmentView {
  /** `amd_…` */
  id: string;

  reason: string;

  @ApiProperty({ type: [AwardStepShape] })
  steps: AwardStepShape[];

  /** Whether the caller proposed it. */
  isMine: boolean;

  @ApiProperty({ enum: AMENDMENT_STATES })
  state: AmendmentState;

  @ApiProperty({ enum: AMENDMENT_VERBS, isArray: true })
  available: AmendmentVerb[];
}

/** An award: its agreement, its steps and what was paid of it. */
export class AwardView {
  /** `awd_…` */
  id: string;

  callId: string;

  callTitle: string;

  applicationId: string;

  personId: string;

  @ApiProperty({ type: MoneyView })
  amount: MoneyView;

  /** Sum of accepted steps: earned, and never taken back. */
  @ApiProperty({ type: MoneyView })
  earned: MoneyView;

  /** Markdown. */
  agreement: string;

  agreementHash: string;

  offerUntil: string;

  @ApiProperty({ type: String, nullable: true })
  acceptedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  report: string | null;

  @ApiProperty({ type: String, nullable: true })
  endReasons: string | null;

  @ApiProperty({ type: String, nullable: true })
  appealUntil: string | null;

  @ApiProperty({ type: String, nullable: true })
  appeal: string | null;

  @ApiProperty({ type: String, nullable: true })
  appealAnswer: string | null;

  @ApiProperty({ enum: AWARD_STATES })
  state: AwardState;

  @ApiProperty({ type: [MilestoneView] })
  milestones: MilestoneView[];

  @ApiProperty({ type: [AmendmentView] })
  amendments: AmendmentView[];

  @ApiProperty({ enum: AWARD_VERBS, isArray: true })
  available: AwardVerb[];
}

export class AwardPage {
  @ApiProperty({ type: [AwardView] })
  items: AwardView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
