import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { APPLICATION_STATES, DECLINE_CODES, type ApplicationState, type DeclineCode } from '../contract';
import { APPLICATION_VERBS, type ApplicationVerb } from '../domain/application.workflow';
import type { ApplicationEntity } from './application.entity';

export class ApplicationBody {
  /** Who you are and what you would try. */
  @IsString()
  @MinLength(1)
  @MaxLength(4_000)
  statement: string;

  /** Addresses of works of yours. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { each: true })
  @MaxLength(500, { each: true })
  portfolio: string[];

  /** true keeps the application a draft; otherwise it is submitted at once. */
  @IsOptional()
  @IsBoolean()
  draft?: boolean;
}

/** One reason why an application is declined; its author reads it. */
export class DeclineReasonBody {
  /** Ground, from a closed list. */
  @ApiProperty({ enum: DECLINE_CODES })
  @IsIn(DECLINE_CODES)
  code: DeclineCode;

  /** The reason in words. */
  @IsString()
  @MinLength(1)
  @MaxLength(1_000)
  text: string;
}

export class ApplicationVerbBody {
  /** Why; needed to decline. */
  @ApiProperty({ type: DeclineReasonBody, isArray: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DeclineReasonBody)
  reasons?: DeclineReasonBody[];

  /** For the record of the programme; not shown to the artist. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  note?: string;
}

export class ApplicationVerbParam {
  /** Id of the application. */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: APPLICATION_VERBS })
  @IsIn(APPLICATION_VERBS)
  verb: ApplicationVerb;
}

export class ApplicationListQuery extends PageQuery {
  /** Only applications in this state. */
  @ApiProperty({ enum: APPLICATION_STATES, required: false })
  @IsOptional()
  @IsIn(APPLICATION_STATES)
  state?: ApplicationState;

  /** Only applications to this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class DeclineReasonView {
  /** Ground, from a closed list. */
  @ApiProperty({ enum: DECLINE_CODES })
  code: DeclineCode;

  /** The reason in words. */
  text: string;
}

/** Asking to join. */
export class ApplicationView {
  /** Id, `app_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** Name of the programme. */
  programName: string;

  /** Id of the artist. */
  personId: string;

  /** Name of the artist. */
  personName: string;

  /** Who they are and what they would try. */
  statement: string;

  /** Addresses of their works. */
  portfolio: string[];

  /** The artist sees the same word as the manager. */
  @ApiProperty({ enum: APPLICATION_STATES })
  state: ApplicationState;

  /** Why it was declined; empty otherwise. */
  @ApiProperty({ type: DeclineReasonView, isArray: true })
  reasons: DeclineReasonView[];

  /** The enrollment, once invited. */
  @ApiProperty({ type: String, nullable: true })
  enrollmentId: string | null;

  /** When it was submitted; null for a draft. */
  @ApiProperty({ type: String, nullable: true })
  submittedAt: string | null;

  /** When it was written. */
  createdAt: string;

  /** When it last changed. */
  updatedAt: string;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: APPLICATION_VERBS, isArray: true })
  available: ApplicationVerb[];
}

export class ApplicationPage {
  @ApiProperty({ type: ApplicationView, isArray: true })
  items: ApplicationView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** What a view needs beside the row. */
export interface ApplicationContext {
  readonly programName: string;
  readonly personName: string;
  readonly enrollmentId: string | null;
  readonly available: ApplicationVerb[];
}

export function applicationView(row: ApplicationEntity, context: ApplicationContext): ApplicationView {
  const { id, programId, personId, statement, portfolio, state, reasons } = row;
  return {
    id,
    programId,
    programName: context.programName,
    personId,
    personName: context.personName,
    statement,
    portfolio,
    state,
    reasons,
    enrollmentId: context.enrollmentId,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    available: context.available,
  };
}
