import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { APPEAL_STATES, type AppealState } from '../domain/appeal.workflow';
import { ALL_GROUND_NAMES, type AnyGround } from '../domain/grounds';
import { STATEMENT_KINDS, type StatementKind } from '../domain/kinds';
import { AUTOMATION, SOURCES, type Automation, type Source } from '../domain/statement';
import { STATEMENT_STATES, type StatementState } from '../domain/statement.workflow';

/** Filters of statements. Artists see their own. */
export class StatementFilterQuery {
  @ApiPropertyOptional({ enum: STATEMENT_KINDS })
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind?: StatementKind;

  @ApiPropertyOptional({ enum: ALL_GROUND_NAMES })
  @IsOptional()
  @IsIn(ALL_GROUND_NAMES)
  ground?: AnyGround;

  @ApiPropertyOptional({ enum: STATEMENT_STATES })
  @IsOptional()
  @IsIn(STATEMENT_STATES)
  state?: StatementState;

  /** Only of this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only about this thing, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectId?: string;

  /** Decided at or after (RFC 3339). */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  from?: Date;

  /** Decided before (RFC 3339). */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  until?: Date;
}

/** One page of statements. */
export class StatementListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATEMENT_KINDS })
  @IsOptional()
  @IsIn(STATEMENT_KINDS)
  kind?: StatementKind;

  @ApiPropertyOptional({ enum: ALL_GROUND_NAMES })
  @IsOptional()
  @IsIn(ALL_GROUND_NAMES)
  ground?: AnyGround;

  @ApiPropertyOptional({ enum: STATEMENT_STATES })
  @IsOptional()
  @IsIn(STATEMENT_STATES)
  state?: StatementState;

  /** Only of this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only about this thing, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectId?: string;

  /** `mine`: one’s own, for staff who are artists as well. */
  @ApiPropertyOptional({ enum: ['mine'] })
  @IsOptional()
  @IsIn(['mine'])
  whose?: 'mine';
}

export const EXPORT_FORMATS = ['json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file in the schema of the transparency database. */
export class TransparencyQuery extends StatementFilterQuery {
  @ApiPropertyOptional({ enum: EXPORT_FORMATS, default: 'json' })
  @IsOptional()
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat = 'json';
}

/** What it stands on. */
export class StatementRuleView {
  @ApiProperty({ enum: ['clause', 'law', 'criterion'] })
  source: 'clause' | 'law' | 'criterion';

  /** Id of the clause, citation of the law, or name of the published criterion. */
  id: string;

  /** Version of the terms that hold the clause. */
  @ApiProperty({ type: Number, nullable: true })
  version: number | null;

  /** As it read. */
  text: string;
}

/** A point or range of the clip, in seconds. */
export class StatementTimecode {
  at: number;

  @ApiProperty({ type: Number, nullable: true })
  until: number | null;
}

/** The appeal against a statement. */
export class StatementAppealView {
  id: string;

  @ApiProperty({ enum: APPEAL_STATES })
  state: AppealState;

  /** The answer. */
  @ApiProperty({ type: String, nullable: true })
  reasons: string | null;

  /** When it is to be answered by. */
  dueAt: string;
}

/** A statement of reasons, whole. */
export class StatementOfReasonsView {
  /** `sor_…`, never used again. */
  id: string;

  @ApiProperty({ enum: STATEMENT_KINDS })
  kind: StatementKind;

  /** What follows from it, in a sentence. */
  says: string;

  /** What exactly is restricted. */
  scope: string;

  /** Countries in which; null: everywhere. */
  @ApiProperty({ type: String, isArray: true, nullable: true })
  territories: string[] | null;

  /** When it ends by itself. */
  @ApiProperty({ type: String, nullable: true })
  endsAt: string | null;

  /** What it is about, by id. */
  subjectId: string;

  @ApiProperty({ type: String, nullable: true })
  programId: string | null;

  @ApiProperty({ enum: STATEMENT_STATES })
  state: StatementState;

  @ApiProperty({ enum: ALL_GROUND_NAMES })
  ground: AnyGround;

  /** The published words of the ground. */
  groundSays: string;

  rule: StatementRuleView;

  /** Rulings that it stands on, by id. */
  rulings: string[];

  facts: string;

  @ApiProperty({ type: [StatementTimecode] })
  timecodes: StatementTimecode[];

  /** Whether software found it. */
  isFoundBySoftware: boolean;

  @ApiProperty({ enum: AUTOMATION })
  automation: Automation;

  @ApiProperty({ enum: SOURCES })
  source: Source;

  /** What would pass, or end it. */
  remedy: string;

  @ApiProperty({ enum: ROLES })
  decidedByRole: Role;

  /** Role of the second person, where there was one. */
  @ApiProperty({ enum: ROLES, nullable: true })
  confirmedByRole: Role | null;

  decidedAt: string;

  /** Until when an appeal is heard. */
  appealUntil: string;

  /** What an appeal that succeeds brings back. */
  restores: string;

  /** What was decided upon, as it stood. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  snapshot: Record<string, unknown>;

  /** Name of the artist; only for staff. */
  @ApiProperty({ type: String, nullable: true })
  artist: string | null;

  @ApiProperty({ type: StatementAppealView, nullable: true })
  appeal: StatementAppealView | null;

  /** Whether it is appealed on the page of its subject, beside the clip. */
  isAppealedInPlace: boolean;

  /** Whether the reader may appeal now. */
  canAppeal: boolean;
}

export class StatementOfReasonsPage {
  @ApiProperty({ type: [StatementOfReasonsView] })
  items: readonly StatementOfReasonsView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
