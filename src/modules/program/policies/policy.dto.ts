import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { RETENTION_LEAST, SELECTION_WAYS, type ModelPolicy, type RetentionPolicy, type ReviewPolicy, type SelectionWay } from '../contract'; // prettier-ignore
import { PublicationBody } from '../publication.dto';
import { versionHead, VersionView } from '../version.dto';

const NAME = /^[\w./:@-]{1,120}$/;

export class ModelPolicyBody extends PublicationBody {
  /** Keys of the providers that may render; empty: every one that is installed. */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(NAME, { each: true, message: 'a provider is named by its key, such as procedural' })
  providers: string[];

  /** Names of the models that may be asked for; empty: every one that a provider offers. */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(NAME, { each: true, message: 'a model is named by letters, digits and . _ / : @ -' })
  models: string[];
}

export class ModelPolicyVersionView extends VersionView {
  /** Providers that may render; empty: every one that is installed. */
  providers: string[];

  /** Models that may be asked for; empty: every one that a provider offers. */
  models: string[];
}

export class ReviewPolicyBody extends PublicationBody {
  /** How artists are selected. */
  @ApiProperty({ enum: SELECTION_WAYS })
  @IsIn(SELECTION_WAYS)
  selection: SelectionWay;

  /** What applications are judged by, in words that applicants read. */
  @IsString()
  @MinLength(20)
  @MaxLength(4_000)
  criteria: string;

  /** People who score an application independently of each other. */
  @IsInt()
  @Min(1)
  @Max(10)
  reviewers: number;

  /** Days from the deadline to the decision. */
  @IsInt()
  @Min(1)
  @Max(180)
  decisionDays: number;
}

export class ReviewPolicyVersionView extends VersionView {
  @ApiProperty({ enum: SELECTION_WAYS })
  selection: SelectionWay;

  /** What applications are judged by. */
  criteria: string;

  /** People who score an application independently of each other. */
  reviewers: number;

  /** Days from the deadline to the decision. */
  decisionDays: number;
}

export class RetentionPolicyBody extends PublicationBody {
  /** Days from its finish until a final that is no keeper goes into the bin. */
  @IsInt()
  @Min(RETENTION_LEAST.finalDays)
  @Max(3_650)
  finalDays: number;

  /** The same for a draft. */
  @IsInt()
  @Min(RETENTION_LEAST.draftDays)
  @Max(3_650)
  draftDays: number;

  /** Days from the notice until it goes into the bin. */
  @IsInt()
  @Min(RETENTION_LEAST.warningDays)
  @Max(90)
  warningDays: number;

  /** Days in the bin. */
  @IsInt()
  @Min(RETENTION_LEAST.binDays)
  @Max(365)
  binDays: number;
}

/** What holds: the rule in force, or the general one. */
export class RetentionDaysView {
  /** Days from its finish until a final that is no keeper goes into the bin. */
  finalDays: number;

  /** The same for a draft. */
  draftDays: number;

  /** Days from the notice to its artist until it goes into the bin. */
  warningDays: number;

  /** Days in the bin, out of which its artist takes it back. */
  binDays: number;
}

export class RetentionPolicyVersionView extends IntersectionType(VersionView, RetentionDaysView) {}

export function modelPolicyView(policy: ModelPolicy): ModelPolicyVersionView {
  return { ...versionHead(policy), providers: [...policy.providers], models: [...policy.models] };
}

export function reviewPolicyView(policy: ReviewPolicy): ReviewPolicyVersionView {
  const { selection, criteria, reviewers, decisionDays } = policy;
  return { ...versionHead(policy), selection, criteria, reviewers, decisionDays };
}

export function retentionPolicyView(policy: RetentionPolicy): RetentionPolicyVersionView {
  const { finalDays, draftDays, warningDays, binDays } = policy;
  return { ...versionHead(policy), finalDays, draftDays, warningDays, binDays };
}
