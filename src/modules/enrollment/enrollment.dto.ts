import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../platform/http/page-query.dto';
import { ConsentView, consentView } from './consent.dto';
import type { ConsentLine } from './consent.repository';
import { ENROLLMENT_STATES, SUSPENSION_SCOPES, type EnrollmentState, type SuspensionScope } from './contract';
import { ENROLLMENT_VERBS, type EnrollmentVerb } from './domain/enrollment.workflow';
import type { EnrollmentEntity, Suspension } from './enrollment.entity';

export class EnrollmentVerbBody {
  /** For the record. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  note?: string;
}

export class EnrollmentVerbParam {
  /** Id of the enrollment. */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: ENROLLMENT_VERBS })
  @IsIn(ENROLLMENT_VERBS)
  verb: EnrollmentVerb;
}

export class EnrollmentListQuery extends PageQuery {
  /** Only enrollments in this state. */
  @ApiProperty({ enum: ENROLLMENT_STATES, required: false })
  @IsOptional()
  @IsIn(ENROLLMENT_STATES)
  state?: EnrollmentState;

  /** Only enrollments in this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only enrollments of this cohort, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  cohortId?: string;
}

/** Statement of reasons of a suspension. */
export class SuspensionView {
  /** Id of the suspension. */
  suspensionId: string;

  /** The statement of reasons, whole, with the way to appeal. */
  statementId: string;

  /** Clause that was broken. */
  clauseId: string;

  /** Id of the terms that hold the clause. */
  termsId: string;

  /** Their version. */
  termsVersion: number;

  /** What happened. */
  facts: string;

  /** What is taken away. */
  @ApiProperty({ enum: SUSPENSION_SCOPES, isArray: true })
  scope: readonly SuspensionScope[];

  /** When it ends by itself. */
  endsAt: string;
}

export const ENROLLMENT_BUTTONS = ['consent', ...ENROLLMENT_VERBS] as const;
export type EnrollmentButton = (typeof ENROLLMENT_BUTTONS)[number];

/** Being in a programme. */
export class EnrollmentView {
  /** Id, `enr_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** Name of the programme. */
  programName: string;

  /** Id of the artist. */
  personId: string;

  /** Name of the artist. */
  personName: string;

  /** Id of the cohort that they were admitted with; null: none. */
  @ApiProperty({ type: String, nullable: true })
  cohortId: string | null;

  @ApiProperty({ enum: ENROLLMENT_STATES })
  state: EnrollmentState;

  /** The newest terms that the artist accepted; null before the first. */
  @ApiProperty({ type: ConsentView, nullable: true })
  consent: ConsentView | null;

  /** Why and until when, while suspended. */
  @ApiProperty({ type: SuspensionView, nullable: true })
  suspension: SuspensionView | null;

  /** Until when leaving can be taken back; null: it is not, or not any more. */
  @ApiProperty({ type: String, nullable: true })
  canStayUntil: string | null;

  /** When the programme ends, and access with it; a cohort may end before. */
  @ApiProperty({ type: String, nullable: true })
  endsAt: string | null;

  /** When the invitation was made. */
  createdAt: string;

  /** When it last changed. */
  updatedAt: string;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: ENROLLMENT_BUTTONS, isArray: true })
  available: EnrollmentButton[];
}

export class EnrollmentPage {
  @ApiProperty({ type: EnrollmentView, isArray: true })
  items: EnrollmentView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** What a view needs beside the row. */
export interface EnrollmentContext {
  readonly programName: string;
  readonly personName: string;
  readonly consent: ConsentLine | undefined;
  /** By the dates of the programme. */
  readonly endsAt: Date | null;
  readonly available: EnrollmentButton[];
}

export function enrollmentView(row: EnrollmentEntity, context: EnrollmentContext): EnrollmentView {
  const suspension: Suspension | null = row.state === 'suspended' ? row.suspension : null;
  return {
    id: row.id,
    programId: row.programId,
    programName: context.programName,
    personId: row.personId,
    personName: context.personName,
    cohortId: row.cohortId,
    state: row.state,
    consent: context.consent === undefined ? null : consentView(context.consent),
    suspension,
    canStayUntil:
      row.state === 'offboarding' && row.leavesAt !== null && row.leavesAt > new Date()
        ? row.leavesAt.toISOString()
        : null,
    endsAt: context.endsAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    available: context.available,
  };
}
