import { ApiProperty } from '@nestjs/swagger';
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
import { SELECTION_WAYS, type ModelPolicy, type ReviewPolicy, type SelectionWay } from '../contract';
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

export function modelPolicyView(policy: ModelPolicy): ModelPolicyVersionView {
  return { ...versionHead(policy), providers: [...policy.providers], models: [...policy.models] };
}

export function reviewPolicyView(policy: ReviewPolicy): ReviewPolicyVersionView {
  const { selection, criteria, reviewers, decisionDays } = policy;
  return { ...versionHead(policy), selection, criteria, reviewers, decisionDays };
}
