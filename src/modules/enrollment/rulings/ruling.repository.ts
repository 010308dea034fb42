import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { enrollmentRefusals, type RulingOutcome, type RulingState, type RulingTopic } from '../contract';
import {
  ANSWER_RULING,
  COUNT_RULINGS,
  FIND_RULING,
  INSERT_RULING,
  KEEP_MOVE,
  LIST_OF,
  LIST_QUEUE,
  LIST_SILENT,
  SEARCH_PRECEDENTS,
} from './ruling.sql';

/** A question and, once it is ruled on, its ruling. */
export interface RulingRow {
  readonly id: string;
  readonly programId: string;
  readonly enrollmentId: string;
  readonly askerId: string;
  readonly topic: RulingTopic;
  readonly isConfidential: boolean;
  readonly question: string;
  readonly context: string;
  readonly clauseId: string | null;
  readonly termsVersion: number | null;
  readonly state: RulingState;
  readonly outcome: RulingOutcome | null;
  readonly answer: string | null;
  readonly conditions: string | null;
  readonly rulerId: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly precedentQuestion: string | null;
  readonly precedentAnswer: string | null;
  readonly publishedAt: Date | null;
}

/** What a move writes into a question. */
export interface Verdict {
  readonly state: RulingState;
  readonly outcome: RulingOutcome | null;
  readonly answer: string | null;
  readonly conditions: string | null;
  readonly rulerId: string | null;
  readonly decidedAt: Date | null;
  readonly precedentQuestion: string | null;
  readonly precedentAnswer: string | null;
  readonly publishedAt: Date | null;
}

export interface PrecedentFilter {
  readonly words?: string | undefined;
  readonly programId?: string | undefined;
  readonly outcome?: RulingOutcome | undefined;
  readonly clauseId?: string | undefined;
  readonly before?: string | undefined;
}

export interface RulingNumbers {
  readonly decided: number;
  readonly inTime: number;
  readonly bySilence: number;
  readonly waiting: number;
  readonly late: number;
}

type Row = RulingRow & Record<string, unknown>;

@Injectable()
export class RulingRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<RulingRow | null> {
    return (await this.db.read<Row>(FIND_RULING, [id]))[0] ?? null;
  }

  /** Refuses `not_found`. */
  async lock(tx: Tx, id: string): Promise<RulingRow> {
    const [row] = await tx.query<Row>(`${FIND_RULING} FOR NO KEY UPDATE`, [id]);
    if (row === undefined) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  async insert(tx: Tx, row: RulingRow): Promise<void> {
    await tx.run(INSERT_RULING, [
      row.id,
      row.programId,
      row.enrollmentId,
      row.askerId,
      row.topic,
      row.isConfidential,
      row.question,
      row.context,
      row.clauseId,
      row.termsVersion,
      row.state,
      row.askedAt,
      row.dueAt,
    ]);
  }

  async listOf(
    askerId: string,
    programId: string | undefined,
    before: string | null,
    limit: number,
  ): Promise<RulingRow[]> {
    return this.db.read<Row>(LIST_OF, [askerId, programId ?? null, before, limit]);
  }

  /** The most urgent first; `after` is due date and id of the last one seen. */
  async listQueue(
    programId: string | undefined,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<RulingRow[]> {
    return this.db.read<Row>(LIST_QUEUE, [programId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit]);
  }

  /** Newest first. */
  async search(
    { words, programId, outcome, clauseId, before }: PrecedentFilter,
    limit: number,
  ): Promise<RulingRow[]> {
    const values = [words, programId, outcome, clauseId, before].map((value) => value ?? null);
    return this.db.read<Row>(SEARCH_PRECEDENTS, [...values, limit]);
  }

  async listSilent(now: Date): Promise<string[]> {
    return (await this.db.read<{ id: string }>(LIST_SILENT, [now])).map(({ id }) => id);
  }

  async numbers(programId: string | undefined): Promise<RulingNumbers> {
    const [row] = await this.db.read<RulingNumbers & Record<string, unknown>>(COUNT_RULINGS, [
      programId ?? null,
    ]);
    return row as RulingNumbers;
  }

  /** Answer, move and history line in one. `false`: it has its answer already. */
  async write(tx: Tx, row: RulingRow, verdict: Verdict, verb: string, actorId: string): Promise<boolean> {
    const answered = await tx.run(ANSWER_RULING, [
      row.id,
      verdict.state,
      verdict.outcome,
      verdict.answer,
      verdict.conditions,
      verdict.rulerId,
      verdict.decidedAt,
      verdict.precedentQuestion,
      verdict.precedentAnswer,
      verdict.publishedAt,
    ]);
    if (answered === 0) return false;
    const note = JSON.stringify({ outcome: verdict.outcome });
    await tx.run(KEEP_MOVE, [row.id, verb, row.state, verdict.state, actorId, note]);
    return true;
  }
}
