import { Injectable } from '@nestjs/common';
import { decimal } from '../../../kernel/money';
import type { CsvRow } from '../../../platform/http/csv';
import { TaskAnswerRows, type Submission } from '../../feedback';
import { FeedbackPayRepository, WORK_CAUSES, type FeedbackPay } from './feedback-pay.repository';

/** Of the columns of the feedback export those that a seat has, and how it was done. Names are part of the API. */
const ANSWER_HEADER = [
  'number',
  'title',
  'created_at',
  'created_by',
  'status',
  'responded_by',
  'responded_at',
  'response',
  'form_version',
  'is_partial',
  'minutes_claimed',
  'minutes_counted',
  'time_state',
  'amount_due',
  'amount_paid',
  'currency',
] as const;

type Cell = string | number | boolean | Date | null;

/** Everything that was handed in for one task, for a table and for a program. */
export interface AnswerExport {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<CsvRow>;
  readonly objects: AsyncIterable<object>;
}

/** What artists handed in for a task, with its pay, as a file. */
@Injectable()
export class AnswerExportService {
  constructor(
    private readonly answers: TaskAnswerRows,
    private readonly pay: FeedbackPayRepository,
  ) {}

  /** Refuses `not_found` of feedback. */
  async of(taskId: string): Promise<AnswerExport> {
    const { title, columns, pages } = await this.answers.of(taskId);
    return {
      header: [...ANSWER_HEADER, ...columns],
      rows: this.each(title, pages, (facts, { cells }) => [...facts, ...cells]),
      objects: this.each(title, pages, (facts, { answers }) => ({
        ...Object.fromEntries(ANSWER_HEADER.map((name, index) => [name, facts[index] ?? null])),
        answers,
      })),
    };
  }

  private async *each<T>(
    title: string,
    pages: AsyncIterable<readonly Submission[]>,
    row: (facts: readonly Cell[], submission: Submission) => T,
  ): AsyncGenerator<T> {
    for await (const page of pages) {
      const pay = await this.pay.of(
        WORK_CAUSES.taskSeat,
        page.map(({ seat }) => seat.id),
      );
      for (const one of page) yield row(factsOf(title, one, pay.get(one.seat.id)), one);
    }
  }
}

function factsOf(title: string, submission: Submission, pay: FeedbackPay | undefined): Cell[] {
  const { seat, artist, respondedBy, respondedAt } = submission;
  const money = (amount: bigint | undefined): string | null =>
    pay === undefined || amount === undefined ? null : decimal({ amount, currency: pay.currency });
  return [
    seat.id,
    title,
    seat.submittedAt,
    artist,
    seat.state,
    respondedBy,
    respondedAt,
    seat.answer,
    seat.formVersion,
    seat.isPartial,
    seat.claimedMinutes,
    seat.minutes,
    seat.timeState,
    money(pay?.due),
    money(pay?.paid),
    pay?.currency ?? null,
  ];
}
