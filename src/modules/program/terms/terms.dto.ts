import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CLAUSE_EVENTS, DOCUMENTS, type ClauseEvent, type Document, type Terms } from '../contract';
import type { MaterialReason } from '../domain/materiality';
import { PROTECTED_TOPICS, type ProtectedTopic } from '../domain/protected-speech';
import type { TermsFindings } from '../domain/terms';
import { ClauseBody } from '../publication.dto';
import { CLAUSE_CHANGES, type ClauseChange, type ClauseChangeKind } from './terms.mapping';

const VERSION_MAX = 2_147_483_647;

export class CompareQuery {
  /** Number of the earlier version; absent: the one before `to`. 0: from nothing. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(VERSION_MAX)
  from?: number;

  /** Number of the later version; absent: the newest. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  to?: number;
}

export const TERMS_FORMATS = ['md', 'pdf'] as const;
export type TermsFormat = (typeof TERMS_FORMATS)[number];

export class TermsFileParam {
  /** Id or slug of the programme. */
  @IsString()
  id: string;

  /** Number of the version. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(VERSION_MAX)
  version: number;

  /** Markdown or PDF. */
  @ApiProperty({ enum: TERMS_FORMATS })
  @IsIn(TERMS_FORMATS)
  format: TermsFormat;
}

export class WordChangeView {
  @ApiProperty({ enum: ['same', 'added', 'removed'] })
  kind: 'same' | 'added' | 'removed';

  /** The words, with their spaces. */
  text: string;
}

export class ClauseChangeView {
  /** The clause, by its stable id. */
  clauseId: string;

  /** Which of the five documents it belongs to. */
  @ApiProperty({ enum: DOCUMENTS })
  document: Document;

  /** Heading, of the later version where it has the clause. */
  title: string;

  /** What became of it. */
  @ApiProperty({ enum: CLAUSE_CHANGES })
  kind: ClauseChangeKind;

  /** The rule, word by word. */
  @ApiProperty({ type: WordChangeView, isArray: true })
  text: WordChangeView[];

  /** The plain summary, word by word. */
  @ApiProperty({ type: WordChangeView, isArray: true })
  summary: WordChangeView[];

  /** Its end before; null: none. */
  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  /** Its end now; null: none. */
  @ApiProperty({ type: String, nullable: true })
  endsAt: string | null;

  /** The event that ends it now; null: none. */
  @ApiProperty({ enum: CLAUSE_EVENTS, nullable: true })
  endsOn: ClauseEvent | null;
}

export class TermsChangesView {
  /** Number of the earlier version; 0: nothing was before. */
  from: number;

  /** Number of the later version. */
  to: number;

  /** Whether the later version asks for a new consent. */
  isMaterial: boolean;

  /** When the later version governs. */
  effectiveAt: string;

  /** Every clause of either version, in the order of the later one; what went comes last. */
  @ApiProperty({ type: ClauseChangeView, isArray: true })
  clauses: ClauseChangeView[];
}

export class LintBody {
  /** Clauses as they are being written. */
  @ApiProperty({ type: ClauseBody, isArray: true })
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ClauseBody)
  clauses: ClauseBody[];
}

export class SpeechFaultView {
  /** The clause that silences. */
  clauseId: string;

  /** What it touches without keeping it free. */
  @ApiProperty({ enum: PROTECTED_TOPICS, isArray: true })
  topics: ProtectedTopic[];
}

export const MATERIAL_WHYS = ['added', 'removed', 'moved', 'end_changed', 'wording'] as const;

export class MaterialReasonView {
  /** The clause that binds to something else. */
  clauseId: string;

  /** In which way. */
  @ApiProperty({ enum: MATERIAL_WHYS })
  why: MaterialReason['why'];
}

/** Everything that keeps these clauses from being published, and what they change. */
export class LintView {
  /** Ids that several clauses have. */
  repeated: string[];

  /** Documents without a clause. */
  @ApiProperty({ enum: DOCUMENTS, isArray: true })
  missing: Document[];

  /** Clauses of secrecy without an end. */
  endless: string[];

  /** Clauses that silence protected speech. */
  @ApiProperty({ type: SpeechFaultView, isArray: true })
  silencing: SpeechFaultView[];

  /** Why the change is material against the newest version; empty: it may be published as not material. */
  @ApiProperty({ type: MaterialReasonView, isArray: true })
  material: MaterialReasonView[];

  /** Against the newest version, clause by clause. */
  @ApiProperty({ type: ClauseChangeView, isArray: true })
  changes: ClauseChangeView[];

  /** Number of the version that these are compared with; 0: there is none. */
  basedOn: number;
}

export function clauseChangeView({
  before,
  after,
  text,
  summary,
  ...change
}: ClauseChange): ClauseChangeView {
  return {
    ...change,
    text: text.map((word) => ({ ...word })),
    summary: summary.map((word) => ({ ...word })),
    endedAt: before?.endsAt ?? null,
    endsAt: after?.endsAt ?? null,
    endsOn: after?.endsOn ?? null,
  };
}

export function changesView(
  from: Terms | null,
  to: Terms,
  changes: readonly ClauseChange[],
): TermsChangesView {
  return {
    from: from?.version ?? 0,
    to: to.version,
    isMaterial: to.isMaterial,
    effectiveAt: to.effectiveAt.toISOString(),
    clauses: changes.map(clauseChangeView),
  };
}

export function lintView(
  findings: TermsFindings,
  material: readonly MaterialReason[],
  changes: readonly ClauseChange[],
  basedOn: number,
): LintView {
  return {
    repeated: [...findings.repeated],
    missing: [...findings.missing],
    endless: [...findings.endless],
    silencing: findings.silencing.map(({ clauseId, topics }) => ({ clauseId, topics: [...topics] })),
    material: material.map((reason) => ({ ...reason })),
    changes: changes.map(clauseChangeView),
    basedOn,
  };
}
