import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decimal } from '../../../kernel/money';
import type { CsvCell, CsvRow } from '../../../platform/http/csv';
import { FeedbackExportRows, type BoardColumnsQuery, type ExportedItem } from '../../feedback';
import { FeedbackPayRepository, WORK_CAUSES, type FeedbackPay } from './feedback-pay.repository';

/** The fourteen columns that feedback tools read, then what Atelier knows beside them. Names are part of the API. */
export const FEEDBACK_HEADER = [
  'number',
  'title',
  'description',
  'created_at',
  'created_by',
  'votes_count',
  'comments_count',
  'status',
  'responded_by',
  'responded_at',
  'response',
  'original_number',
  'original_title',
  'tags',
  'severity',
  'impact_score',
  'generation_id',
  'model_version',
  'minutes_claimed',
  'amount_due',
  'amount_paid',
  'currency',
] as const;

/** Feedback with what it pays, as a file. */
@Injectable()
export class FeedbackExportService {
  constructor(
    private readonly items: FeedbackExportRows,
    private readonly pay: FeedbackPayRepository,
  ) {}

  async *rows(me: Actor, filter: BoardColumnsQuery): AsyncGenerator<CsvRow> {
    for await (const page of this.items.pages(me, filter)) {
      const pay = await this.pay.of(
        WORK_CAUSES.feedback,
        page.map(({ payRef }) => payRef),
      );
      for (const item of page) yield cells(item, pay.get(item.payRef));
    }
  }

  /** The same as objects with the names of the columns. */
  async *objects(me: Actor, filter: BoardColumnsQuery): AsyncGenerator<object> {
    for await (const row of this.rows(me, filter))
      yield Object.fromEntries(FEEDBACK_HEADER.map((name, index) => [name, row[index] ?? null]));
  }
}

function cells(
  { view, originalTitle, respondedBy, respondedAt }: ExportedItem,
  pay: FeedbackPay | undefined,
): CsvRow {
  const money = (amount: bigint): CsvCell =>
    pay === undefined ? null : decimal({ amount, currency: pay.currency });
  return [
    view.id,
    view.title,
    view.text,
    view.createdAt,
    view.author,
    view.impact.popularity,
    (view.answer === null ? 0 : 1) + (view.info === null ? 0 : 1),
    view.state,
    respondedBy,
    respondedAt?.toISOString() ?? null,
    view.answer,
    view.originalId,
    originalTitle,
    (view.tags ?? []).join(';'),
    view.severity,
    view.impact.score,
    view.generationId,
    view.parameters?.model ?? null,
    view.minutesClaimed,
    money(pay?.due ?? 0n),
    money(pay?.paid ?? 0n),
    pay?.currency ?? null,
  ];
}
