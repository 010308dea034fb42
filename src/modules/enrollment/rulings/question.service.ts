import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { may } from '../../access';
import { addWorkingDays, ProgramService } from '../../program';
import { enrollmentRefusals, RULING_DAYS, RULING_TOPICS } from '../contract';
import type { EnrollmentEntity } from '../enrollment.entity';
import { EnrollmentRepository } from '../enrollment.repository';
import { StandingService } from '../terms/standing.service';
import {
  questionView,
  type MayIQuestionBody,
  type QuestionListQuery,
  type MayIQuestionPage,
  type MayIQuestionView,
} from './ruling.dto';
import { RulingRepository, type RulingRow } from './ruling.repository';
import { RulingService } from './ruling.service';

/** Asking “May I?”, and reading what waits for an answer. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly enrollments: EnrollmentRepository,
    private readonly programs: ProgramService,
    private readonly standing: StandingService,
    private readonly rulings: RulingRepository,
    private readonly answering: RulingService,
  ) {}

  /** Asks. Refuses `not_enrolled` to those who were never in, and `clause_unknown`. Returns the question's id. */
  async ask(once: Once, me: Actor, body: MayIQuestionBody): Promise<string> {
    const program = await this.programs.get(body.programId);
    const enrollment = await this.enrollmentIn(me.id, program.id);
    const terms = await this.standing.governs(enrollment);
    const clause = terms.clauses.find(({ id }) => id === body.clauseId);
    if (body.clauseId !== undefined && clause === undefined)
      throw refusal(enrollmentRefusals, 'clause_unknown', {
        clauseId: body.clauseId,
        termsVersion: terms.version,
      });
    const askedAt = new Date();
    const row: RulingRow = {
      id: newId('rul'),
      programId: program.id,
      enrollmentId: enrollment.id,
      askerId: me.id,
      topic: body.topic,
      // A question about a clause of secrecy is one about secrets, whatever it is called.
      isConfidential: RULING_TOPICS[body.topic].isConfidential || clause?.document === 'confidentiality',
      question: body.question,
      context: body.context ?? '',
      clauseId: clause?.id ?? null,
      termsVersion: terms.version,
      state: 'asked',
      outcome: null,
      answer: null,
      conditions: null,
      rulerId: null,
      askedAt,
      dueAt: addWorkingDays(askedAt, RULING_DAYS),
      decidedAt: null,
      precedentQuestion: null,
      precedentAnswer: null,
      publishedAt: null,
    };
    const { id } = await this.idempotency.run(once, async (tx) => {
      await this.answering.open(tx, row);
      return { id: row.id };
    });
    return id;
  }

  /** One's own questions, newest first. */
  async mine(me: Actor, { cursor, limit, programId }: QuestionListQuery): Promise<MayIQuestionPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.rulings.listOf(me.id, programId, before, limit + 1);
    return this.page(me, rows, limit, (row) => [row.id]);
  }

  /** What waits for a ruling, the most urgent first. */
  async queue(me: Actor, { cursor, limit, programId }: QuestionListQuery): Promise<MayIQuestionPage> {
    const [due, id] = cursor === undefined ? [] : decodeCursor(cursor, 2);
    const isDate = due !== undefined && !Number.isNaN(new Date(due).getTime());
    const after = isDate ? ([new Date(due).toISOString(), String(id)] as const) : null;
    const rows = await this.rulings.listQueue(programId, after, limit + 1);
    return this.page(me, rows, limit, (row) => [row.dueAt.toISOString(), row.id]);
  }

  /** The own one, or any for those who rule; to others it is `not_found`. */
  async get(me: Actor, id: string): Promise<MayIQuestionView> {
    const row = await this.rulings.find(id);
    if (row === null || (row.askerId !== me.id && !may(me, 'ruling.decide')))
      throw refusal(enrollmentRefusals, 'not_found');
    const [view] = await this.views(me, [row]);
    return view as MayIQuestionView;
  }

  private async page(
    me: Actor,
    rows: readonly RulingRow[],
    limit: number,
    keyOf: (row: RulingRow) => string[],
  ): Promise<MayIQuestionPage> {
    const views = new Map((await this.views(me, rows)).map((view) => [view.id, view]));
    const { items, next } = toPage(rows, limit, keyOf, (row) => views.get(row.id) as MayIQuestionView);
    return { items: [...items], next };
  }

  private async views(me: Actor, rows: readonly RulingRow[]): Promise<MayIQuestionView[]> {
    const programs = await this.programs.cards(rows.map(({ programId }) => programId));
    return Promise.all(
      rows.map(async (row) =>
        questionView(row, {
          programName: programs.get(row.programId)?.name ?? '',
          askerName: null,
          available: await this.answering.buttons(me, row),
        }),
      ),
    );
  }

  private async enrollmentIn(personId: string, programId: string): Promise<EnrollmentEntity> {
    const own = (await this.enrollments.listOfPerson(personId)).find((row) => row.programId === programId);
    if (own === undefined) throw refusal(enrollmentRefusals, 'not_enrolled');
    return own;
  }
}
