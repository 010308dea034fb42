import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { STANDINGS, type Standing } from './own-work.dto';
import { WorkView } from './work.dto';

export class CuratedQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STANDINGS })
  @IsOptional()
  @IsIn(STANDINGS)
  standing?: Standing;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

/** A work as staff see it: public or not. */
export class CuratedWorkView extends WorkView {
  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  /** Where the reviewers’ decision stands, and where it is taken down with reasons. */
  submissionId: string;

  programId: string;
}

export class CuratedPage {
  @ApiProperty({ type: [CuratedWorkView] })
  items: readonly CuratedWorkView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
