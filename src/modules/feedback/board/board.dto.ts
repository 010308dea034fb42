import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { FEEDBACK_STATES, type FeedbackState } from '../domain/feedback.workflow';
import {
  FEEDBACK_ORIGINS,
  FEEDBACK_TYPES,
  SEVERITIES,
  type FeedbackOrigin,
  type FeedbackType,
  type Severity,
} from '../domain/words';
import { FeedbackView } from '../feedback.dto';

/** What the board shows; everything that is given must hold. How it is meant is no filter: nobody here sees it. */
export class BoardQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  @ApiPropertyOptional({ enum: FEEDBACK_STATES })
  @IsOptional()
  @IsIn(FEEDBACK_STATES)
  state?: FeedbackState;

  @ApiPropertyOptional({ enum: FEEDBACK_TYPES })
  @IsOptional()
  @IsIn(FEEDBACK_TYPES)
  type?: FeedbackType;

  @ApiPropertyOptional({ enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiPropertyOptional({ enum: FEEDBACK_ORIGINS })
  @IsOptional()
  @IsIn(FEEDBACK_ORIGINS)
  origin?: FeedbackOrigin;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  tag?: string;

  /** Words of the title or the text. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  words?: string;

  /** Shipped in this version. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  version?: string;

  /** What was merged into this item. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  originalId?: string;
}

export class BoardColumnsQuery extends OmitType(BoardQuery, ['state', 'cursor', 'limit', 'originalId']) {}

export class TagsQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

/** All tags of an item, in place of those it has. */
export class TagsInput {
  /** Small letters, digits and hyphens, 1 to 40 characters each; 20 at most. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  @Matches(/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u, {
    each: true,
    message: 'each tag has small letters, digits and hyphens only, such as hands or camera-turn',
  })
  tags: string[];
}

export class TagCount {
  tag: string;

  /** Items that carry it. */
  count: number;
}

export class TagList {
  @ApiProperty({ type: [TagCount] })
  items: readonly TagCount[];
}

/** One state of the board. */
export class BoardColumn {
  @ApiProperty({ enum: FEEDBACK_STATES })
  state: FeedbackState;

  /** How many fit the filters. */
  count: number;

  /** The first of them: what weighs most. */
  @ApiProperty({ type: [FeedbackView] })
  items: readonly FeedbackView[];
}

export class BoardView {
  @ApiProperty({ type: [BoardColumn] })
  columns: readonly BoardColumn[];
}
