import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { REVIEW_STATES, REVIEW_VERBS, type ReviewState, type ReviewVerb } from '../domain/review.workflow';
import { FileView } from '../files/file.dto';
import { CriterionShape } from '../forms/rubric.dto';

export class ApplicationReviewQuery extends PageQuery {
  @ApiProperty({ enum: REVIEW_STATES, required: false })
  @IsOptional()
  @IsIn(REVIEW_STATES)
  state?: ReviewState;
}

export class ApplicationReviewParam {
  /** Id, `rev_…`. */
  @IsString()
  id: string;

  @ApiProperty({ enum: REVIEW_VERBS })
  @IsIn(REVIEW_VERBS)
  verb: ReviewVerb;
}

export class ApplicationReviewBody {
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

  /** For the artist, once it is decided. */
  @IsOptional()
  @IsString()
  @MaxLength(5_000)
  applicantComment: string = '';
}

export class BlindAnswerView {
  key: string;

  /** The question. */
  label: string;

  answer: string;
}

/** One application as its reviewer sees it: without whose it is. */
export class ApplicationReviewView {
  /** Id, `rev_…`. */
  id: string;

  programId: string;

  programName: string;

  applicationId: string;

  @ApiProperty({ enum: REVIEW_STATES })
  state: ReviewState;

  @ApiProperty({ type: CriterionShape, isArray: true })
  rubric: CriterionShape[];

  statement: string;

  @ApiProperty({ type: BlindAnswerView, isArray: true })
  answers: BlindAnswerView[];

  /** Addresses of works. */
  portfolio: string[];

  @ApiProperty({ type: FileView, isArray: true })
  files: FileView[];

  /** When the artist was promised a decision. */
  @ApiProperty({ type: String, nullable: true })
  decideBy: string | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  scores: Record<string, number>;

  /** Weighted, in points from 1 to 5; null before it is completed. */
  @ApiProperty({ type: Number, nullable: true })
  score: number | null;

  panelNote: string;

  applicantComment: string;

  /** What you may do with it now. */
  @ApiProperty({ enum: REVIEW_VERBS, isArray: true })
  available: ReviewVerb[];
}

export class ApplicationReviewPage {
  @ApiProperty({ type: ApplicationReviewView, isArray: true })
  items: ApplicationReviewView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
