import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayContains,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { SUSPENSION_SCOPES, type SuspensionScope } from '../contract';
import {
  SUSPENSION_FACTS_LENGTH,
  SUSPENSION_GROUNDS,
  SUSPENSION_REMEDY_LENGTH,
  SUSPENSION_STATES,
  SUSPENSION_VERBS,
  suspensionFacts,
  suspensionWorkflow,
  type SuspensionButton,
  type SuspensionGround,
  type SuspensionState,
} from '../domain/suspension.workflow';
import type { SuspensionEntity } from './suspension.entity';

/** Everything that the artist is told: clause, facts, what would end it, when it ends by itself. */
export class SuspensionBody {
  /** Clause of the terms in force that was broken. */
  @IsString()
  @Length(1, 20)
  clauseId: string;

  @ApiPropertyOptional({ enum: SUSPENSION_GROUNDS, default: 'terms' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(SUSPENSION_GROUNDS)
  ground: SuspensionGround = 'terms';

  /** What happened; the artist reads it as it is. */
  @IsString()
  @Length(SUSPENSION_FACTS_LENGTH, 4_000)
  facts: string;

  /** What would end it earlier, or keep it from happening again. */
  @IsString()
  @Length(SUSPENSION_REMEDY_LENGTH, 2_000)
  remedy: string;

  /** When it ends by itself (RFC 3339). */
  @IsISO8601({ strict: true })
  endsAt: string;

  /** What is taken away: making clips, and what else is named. Portal, export, feedback, appeal and pay always stay open. */
  @ApiPropertyOptional({ enum: SUSPENSION_SCOPES, isArray: true, default: ['generation'] })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayUnique()
  @ArrayContains(['generation'])
  @IsIn(SUSPENSION_SCOPES, { each: true })
  scope: SuspensionScope[] = ['generation'];
}

export class SuspensionStep {
  @IsString()
  id: string;

  @ApiProperty({ enum: SUSPENSION_VERBS })
  @IsIn(SUSPENSION_VERBS)
  verb: SuspensionButton;
}

export class SuspensionStepBody {
  /** Why; kept with it. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  note?: string;
}

export class SuspensionListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: SUSPENSION_STATES })
  @IsOptional()
  @IsIn(SUSPENSION_STATES)
  state?: SuspensionState;

  /** Only of this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;

  /** Only of this enrollment, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  enrollmentId?: string;
}

/** A suspension as managers see it. */
export class SuspensionProposalView {
  /** Id, `sus_…`. */
  id: string;

  enrollmentId: string;
  programId: string;
  programName: string;

  /** Name of the artist. */
  artist: string;

  @ApiProperty({ enum: SUSPENSION_STATES })
  state: SuspensionState;

  @ApiProperty({ enum: SUSPENSION_GROUNDS })
  ground: SuspensionGround;

  clauseId: string;

  /** As the clause reads. */
  clauseText: string;

  termsVersion: number;
  facts: string;
  remedy: string;

  @ApiProperty({ enum: SUSPENSION_SCOPES, isArray: true })
  scope: readonly SuspensionScope[];

  endsAt: string;

  /** Name of whoever proposed it. */
  proposedBy: string;

  /** Name of the second person. */
  @ApiProperty({ type: String, nullable: true })
  confirmedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** The statement of reasons that the artist got. */
  @ApiProperty({ type: String, nullable: true })
  statementId: string | null;

  createdAt: string;

  @ApiProperty({ enum: SUSPENSION_VERBS, isArray: true })
  available: SuspensionButton[];
}

export class SuspensionProposalPage {
  @ApiProperty({ type: [SuspensionProposalView] })
  items: readonly SuspensionProposalView[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

const isButton = (verb: string): verb is SuspensionButton =>
  (SUSPENSION_VERBS as readonly string[]).includes(verb);

export function suspensionView(
  row: SuspensionEntity,
  me: Actor,
  { nameOf, programName }: { nameOf: (id: string) => string; programName: string },
): SuspensionProposalView {
  const { id, enrollmentId, programId, state, ground, clauseId, clauseText, termsVersion, facts } = row;
  const { remedy, scope, note, statementId } = row;
  return {
    id,
    enrollmentId,
    programId,
    programName,
    artist: nameOf(row.personId),
    state,
    ground,
    clauseId,
    clauseText,
    termsVersion,
    facts,
    remedy,
    scope,
    endsAt: row.endsAt.toISOString(),
    proposedBy: nameOf(row.proposedBy),
    confirmedBy: row.confirmedBy === null ? null : nameOf(row.confirmedBy),
    note,
    statementId,
    createdAt: row.createdAt.toISOString(),
    available: available(suspensionWorkflow, state, me, suspensionFacts(row, me.id, new Date())).filter(
      isButton,
    ),
  };
}
