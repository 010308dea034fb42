import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MoneyView } from '../../../platform/http/money.dto';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { BudgetLineShape } from '../applications/call-application.dto';
import { CriterionShape } from '../../enrollment';
import { CONFLICT_KINDS, type ConflictKind } from '../contract';
import { REVIEW_STATES, REVIEW_VERBS, type ReviewState, type ReviewVerb } from '../domain/review.workflow';

export class ReviewQuery extends PageQuery {
  @IsOptional()
  @IsIn(REVIEW_STATES)
  @ApiProperty({ enum: REVIEW_STATES, required: false })
  state?: ReviewState;
}

export class ReviewVerbParam {
  /** `rev_…` */
  @IsString()
  id: string;

  @ApiProperty({ enum: REVIEW_VERBS })
  @IsIn(REVIEW_VERBS)
  verb: ReviewVerb;
}

export class ReviewBody {
  /** To complete: a whole score from 1 to 5 for each criterion, by key. */
  @IsOptional()
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  scores: Record<string, number> = {};

  /** For the panel only. To recuse oneself: why. */
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  panelNote: string = '';

  /** For the applicant, once the call is decided. */
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  applicantComment: string = '';
}

/** One application as its reviewer sees it: without who it is, now and afterwards. */
export class ReviewView {
  /** `rev_…` */
  id: string;

  callId: string;

  callTitle: string;

  applicationId: string;

  @ApiProperty({ enum: REVIEW_STATES })
  state: ReviewState;

  @ApiProperty({ type: [CriterionShape] })
  rubric: CriterionShape[];

  statement: string;

  @ApiProperty({ type: [BudgetLineShape] })
  budgetLines: BudgetLineShape[];

  works: string[];

  @ApiProperty({ type: MoneyView })
  requested: MoneyView;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  scores: Record<string, number>;

  /** Weighted, in points from 1 to 5; `null` before it is completed. */
  @ApiProperty({ type: Number, nullable: true })
  score: number | null;

  panelNote: string;

  applicantComment: string;

  @ApiProperty({ enum: REVIEW_VERBS, isArray: true })
  available: ReviewVerb[];
}

export class ReviewPage {
  @ApiProperty({ type: [ReviewView] })
  items: ReviewView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PanelistBody {
  /** `per_…`, with a role that may review. */
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  personId: string;

  /** Studio, company or school: they do not review applications of the same one. */
  @IsOptional()
  @IsString()
  @MaxLength(160)
  team: string = '';
}

export class PanelistView {
  personId: string;

  name: string;

  team: string;

  assigned: number;

  completed: number;

  recused: number;
}

export class ConflictView {
  applicationId: string;

  reviewerId: string;

  @ApiProperty({ enum: CONFLICT_KINDS })
  kind: ConflictKind;
}

/** One line of the ranking, without who it is. */
export class RankedView {
  applicationId: string;

  /** 1 is first; `null`: it has too few reviews. */
  @ApiProperty({ type: Number, nullable: true })
  rank: number | null;

  /** Mean of completed reviews in points from 1 to 5. */
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;

  /** Highest minus lowest, in points. */
  spread: number;

  reviews: number;

  /** Whether the draw decided between this and another of the same mean. */
  isTie: boolean;

  /** Notes for the panel, without who wrote them. */
  notes: string[];
}

/** How far the judging is. */
export class JudgingView {
  @ApiProperty({ type: [RankedView] })
  ranking: RankedView[];

  @ApiProperty({ type: [PanelistView] })
  panel: PanelistView[];

  @ApiProperty({ type: [ConflictView] })
  conflicts: ConflictView[];

  /** Applications for which the panel has not enough people without a conflict. */
  short: string[];

  /** Whether the ranking was made; before that it is only what it would be. */
  isRanked: boolean;

  /** Draw that decides ties, public. */
  @ApiProperty({ type: String, nullable: true })
  drawId: string | null;
}
