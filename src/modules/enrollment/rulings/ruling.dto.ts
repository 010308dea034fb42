import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../../../platform/http/page-query.dto';
import {
  RULING_OUTCOMES,
  RULING_STATES,
  RULING_TOPICS,
  type RulingOutcome,
  type RulingState,
  type RulingTopic,
} from '../contract';
import type { RulingNumbers, RulingRow } from './ruling.repository';

export const TOPIC_NAMES = Object.keys(RULING_TOPICS) as RulingTopic[];
const CLAUSE = /^[A-Z]{1,4}-[1-9]\d{0,2}$/;

export class MayIQuestionBody {
  /** The programme, by id or slug; one that you are or were in. */
  @IsString()
  @MaxLength(60)
  programId: string;

  /** What it is about. */
  @ApiProperty({ enum: TOPIC_NAMES })
  @IsIn(TOPIC_NAMES)
  topic: RulingTopic;

  /** “May I …?” */
  @IsString()
  @MinLength(10)
  @MaxLength(2_000)
  question: string;

  /** What one must know to answer: where, when, which clip. Never published. */
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  context?: string;

  /** The clause that leaves you in doubt, if you know it. */
  @IsOptional()
  @Matches(CLAUSE, { message: 'clauseId must be letters, a hyphen and a number, such as RU-3' })
  clauseId?: string;
}

export class RulingBody {
  /** Yes, no, or yes with conditions. */
  @ApiProperty({ enum: RULING_OUTCOMES })
  @IsIn(RULING_OUTCOMES)
  outcome: RulingOutcome;

  /** The answer and its reason, to the asker. */
  @IsString()
  @MinLength(10)
  @MaxLength(4_000)
  answer: string;

  /** Under which conditions; needed with `conditions`. */
  @IsOptional()
  @IsString()
  @MinLength(5)
  @MaxLength(2_000)
  conditions?: string;

  /** The question as everybody may read it, without names. */
  @IsOptional()
  @IsString()
  @MinLength(10)
  @MaxLength(2_000)
  precedentQuestion?: string;

  /** The answer as everybody may read it, without names. */
  @IsOptional()
  @IsString()
  @MinLength(10)
  @MaxLength(4_000)
  precedentAnswer?: string;
}

export class QuestionListQuery extends PageQuery {
  /** Only those about this programme, by id. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class PrecedentQuery extends QuestionListQuery {
  /** Words to look for, as in a search box: "a phrase", or, -not. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(/^\P{Cc}*$/u, { message: 'words must not hold control characters' })
  words?: string;

  /** Only with this outcome. */
  @ApiProperty({ enum: RULING_OUTCOMES, required: false })
  @IsOptional()
  @IsIn(RULING_OUTCOMES)
  outcome?: RulingOutcome;

  /** Only about this clause. */
  @IsOptional()
  @Matches(CLAUSE, { message: 'clauseId must be letters, a hyphen and a number, such as RU-3' })
  clauseId?: string;
}

export const RULING_BUTTONS = ['rule', 'withdraw'] as const;
export type RulingButton = (typeof RULING_BUTTONS)[number];

/** A ruling as everybody may read it: nobody's name in it. */
export class PrecedentView {
  /** Id, `rul_…`: what a decision cites. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** What it is about. */
  @ApiProperty({ enum: TOPIC_NAMES })
  topic: RulingTopic;

  /** The clause it reads; null: none was named. */
  @ApiProperty({ type: String, nullable: true })
  clauseId: string | null;

  /** Version of the terms that the clause was read in. */
  @ApiProperty({ type: Number, nullable: true })
  termsVersion: number | null;

  /** The question, without names. */
  question: string;

  /** Yes, no, or yes with conditions. */
  @ApiProperty({ enum: RULING_OUTCOMES })
  outcome: RulingOutcome;

  /** The answer, without names. */
  answer: string;

  /** Whether it is a yes because nobody answered in time. */
  isBySilence: boolean;

  /** From when it binds. */
  decidedAt: string;
}

/** A question with everything that asker and ruler see. */
export class MayIQuestionView {
  /** Id, `rul_…`. */
  id: string;

  /** Id of the programme. */
  programId: string;

  /** Name of the programme. */
  programName: string;

  /** Name of whoever asks; null to whoever rules: the answer does not depend on it. */
  @ApiProperty({ type: String, nullable: true })
  askerName: string | null;

  @ApiProperty({ enum: TOPIC_NAMES })
  topic: RulingTopic;

  /** Whether it may touch secrets: then silence is no yes. */
  isConfidential: boolean;

  /** “May I …?” */
  question: string;

  /** What one must know to answer. */
  context: string;

  /** The clause in doubt; null: none was named. */
  @ApiProperty({ type: String, nullable: true })
  clauseId: string | null;

  /** Version of the terms that governs the asker. */
  @ApiProperty({ type: Number, nullable: true })
  termsVersion: number | null;

  @ApiProperty({ enum: RULING_STATES })
  state: RulingState;

  /** Null before the ruling. */
  @ApiProperty({ enum: RULING_OUTCOMES, nullable: true })
  outcome: RulingOutcome | null;

  /** The answer and its reason. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** Under which conditions. */
  @ApiProperty({ type: String, nullable: true })
  conditions: string | null;

  /** When it was asked. */
  askedAt: string;

  /** Two working days later: unless it is about secrets, no answer by then is a yes. */
  dueAt: string;

  /** When it was ruled on. */
  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  /** Whether everybody may read it without names. */
  isPublished: boolean;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: RULING_BUTTONS, isArray: true })
  available: RulingButton[];
}

export class MayIQuestionPage {
  @ApiProperty({ type: MayIQuestionView, isArray: true })
  items: MayIQuestionView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PrecedentPage {
  /** Newest first. */
  @ApiProperty({ type: PrecedentView, isArray: true })
  items: PrecedentView[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** How well questions are answered. */
export class RulingNumbersView {
  /** Questions with an answer. */
  decided: number;

  /** Of these: by somebody, within two working days. */
  inTime: number;

  /** Of these: a yes because nobody answered. */
  bySilence: number;

  /** Questions without an answer. */
  waiting: number;

  /** Of these: past their two working days. */
  late: number;
}

export function precedentView(row: RulingRow): PrecedentView {
  const { id, programId, topic, clauseId, termsVersion, precedentQuestion, precedentAnswer, outcome, state } =
    row;
  return {
    id,
    programId,
    topic,
    clauseId,
    termsVersion,
    question: precedentQuestion ?? '',
    outcome: outcome as RulingOutcome,
    answer: precedentAnswer ?? '',
    isBySilence: state === 'granted',
    decidedAt: row.decidedAt?.toISOString() ?? '',
  };
}

export function questionView(
  row: RulingRow,
  context: { programName: string; askerName: string | null; available: RulingButton[] },
): MayIQuestionView {
  return {
    id: row.id,
    programId: row.programId,
    programName: context.programName,
    askerName: context.askerName,
    topic: row.topic,
    isConfidential: row.isConfidential,
    question: row.question,
    context: row.context,
    clauseId: row.clauseId,
    termsVersion: row.termsVersion,
    state: row.state,
    outcome: row.outcome,
    answer: row.answer,
    conditions: row.conditions,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    isPublished: row.publishedAt !== null,
    available: context.available,
  };
}

export const rulingNumbersView = (numbers: RulingNumbers): RulingNumbersView => ({ ...numbers });
