import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AUDIENCE_NAMES, LABEL_NAMES, type Audience, type Label } from '../domain/audience';
import { GROUND_NAMES } from '../domain/grounds';
import { LIKENESSES, THIRD_PARTY, type Likenesses, type ThirdParty } from '../domain/rights';
import { STANCES, type Stance } from '../domain/stance';
import { SUBMISSION_VERBS, type SubmissionVerb } from '../domain/submission.workflow';

/** Who owns what. Every part is needed to hand in; the refusal names the parts that are missing. */
export class RightsInput {
  /** The prompt, reference images and everything else that went in is mine, or I may use it so. */
  @IsOptional()
  @IsBoolean()
  ownsInputs?: boolean;

  @ApiPropertyOptional({
    enum: THIRD_PARTY,
    description: 'Material of others in it. `unlicensed` cannot be submitted.',
  })
  @IsOptional()
  @IsIn(THIRD_PARTY)
  thirdPartyMaterial?: ThirdParty;

  @ApiPropertyOptional({
    enum: LIKENESSES,
    description: 'Recognisable real people. `unconsented` cannot be submitted.',
  })
  @IsOptional()
  @IsIn(LIKENESSES)
  likenesses?: Likenesses;

  /** I say wherever I show it that it was made with a generative model. */
  @IsOptional()
  @IsBoolean()
  aiDisclosure?: boolean;

  /** Where a licence or a consent comes from, for the reviewer. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  evidence?: string;
}

/** Somebody who made it together with the artist. */
export class CoAuthorInput {
  /** As credited. */
  @IsString()
  @Length(1, 120)
  name: string;

  /** Of their account, if they have one: then they never decide about it. Shown to nobody. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}

/** What the artist says about the clip, but for its title. */
export class OfferFields {
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  description?: string;

  /** Replaces the whole rights statement. */
  @ApiPropertyOptional({ type: RightsInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => RightsInput)
  rights?: RightsInput;

  @ApiPropertyOptional({ enum: LABEL_NAMES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(LABEL_NAMES, { each: true })
  labels?: Label[];

  @ApiPropertyOptional({ enum: AUDIENCE_NAMES })
  @IsOptional()
  @IsIn(AUDIENCE_NAMES)
  audience?: Audience;

  /** Not to be published before this moment, at most a year ahead; `null`: as soon as it is approved. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  embargoUntil?: Date | null;

  /** When you would like it out: reviewers see it, nobody promises it; `null`: no wish. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  wishedAt?: Date | null;

  /** Replaces the whole list. */
  @ApiPropertyOptional({ type: [CoAuthorInput] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CoAuthorInput)
  coAuthors?: CoAuthorInput[];

  @ApiPropertyOptional({
    enum: STANCES,
    nullable: true,
    description:
      'How you see what it says about the model or the programme. Kept apart; counted in the parity report, shown to nobody who decides.',
  })
  @IsOptional()
  @IsIn(STANCES)
  stance?: Stance | null;
}

/** What may still be changed before handing in (again). */
export class OfferChanges extends OfferFields {
  @IsOptional()
  @IsString()
  @Length(1, 120)
  title?: string;
}

/** A keeper offered for public sharing. */
export class SubmissionInput extends OfferFields {
  /** A keeper of one's own. */
  @IsString()
  @MaxLength(60)
  generationId: string;

  @IsString()
  @Length(1, 120)
  title: string;

  /** Keep it as a draft instead of handing it in. */
  @IsOptional()
  @IsBoolean()
  draft?: boolean;
}

/** A point or range of the clip. */
export class TimecodeInput {
  /** Seconds from the start. */
  @IsNumber()
  @Min(0)
  @Max(3600)
  at: number;

  /** End of a range, seconds from the start. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(3600)
  until?: number;
}

/** Why something is refused. Incomplete statements are refused themselves, with the missing parts named. */
export class StatementInput {
  @ApiPropertyOptional({ enum: GROUND_NAMES, description: 'Tone, opinion and image are not among them.' })
  @IsOptional()
  @IsString()
  ground?: string;

  /** Clause of the terms in force, or of the version under which it was submitted. */
  @IsOptional()
  @IsString()
  clauseId?: string;

  /** Version the clause is quoted from; those in force when absent. */
  @IsOptional()
  @IsInt()
  termsVersion?: number;

  /** A public ruling on “May I?” that the decision stands on, `rul_…`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  rulingId?: string;

  /** What was seen, at least 20 characters. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  facts?: string;

  @ApiPropertyOptional({ type: [TimecodeInput] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TimecodeInput)
  timecodes?: TimecodeInput[];

  /** Whether software took part in finding or deciding; false when absent. */
  @IsOptional()
  @IsBoolean()
  isAutomated?: boolean;

  /** What to change so that it passes. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remedy?: string;
}

/** Which verb on which submission. */
export class SubmissionStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: SUBMISSION_VERBS })
  @IsIn(SUBMISSION_VERBS)
  verb: SubmissionVerb;
}

/** What comes with a verb. */
export class StepInput {
  /** For requestChanges and escalate: at least 10 characters. The note of an escalation is not shown to the artist. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;

  /** For decline and takeDown; with escalate a first no, for the second person. */
  @ApiPropertyOptional({ type: StatementInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => StatementInput)
  statement?: StatementInput;

  /** For submit and resubmit. */
  @ApiPropertyOptional({ type: OfferChanges })
  @IsOptional()
  @ValidateNested()
  @Type(() => OfferChanges)
  changes?: OfferChanges;
}

/** The form before it is handed in: everything may be missing, that is the question. */
export class CheckInput extends OfferFields {
  /** A keeper of one's own. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  generationId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  title?: string;
}
