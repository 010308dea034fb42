import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { PeopleService } from '../../access';
import type { FeedbackView } from '../feedback.dto';
import type { FeedbackEntity } from '../feedback.entity';
import { FeedbackService } from '../feedback.service';
import type { BoardColumnsQuery } from './board.dto';
import { BoardRepository, type Response } from './board.repository';

/** Items read at once: bounds the memory of an export of any length. */
const PAGE = 500;

/** One item for a file. `payRef` finds its pay and must not leave with it. */
export interface ExportedItem {
  readonly view: FeedbackView;
  readonly payRef: string;
  readonly originalTitle: string | null;
  readonly respondedBy: string | null;
  readonly respondedAt: Date | null;
}

/** Everything that fits the filters of the board, for a file: never how it was meant, never who sent it without a name. */
@Injectable()
export class FeedbackExportRows {
  constructor(
    private readonly board: BoardRepository,
    private readonly feedback: FeedbackService,
    private readonly people: PeopleService,
  ) {}

  /** Heaviest first, in pages. */
  async *pages(me: Actor, filter: BoardColumnsQuery): AsyncGenerator<readonly ExportedItem[]> {
    let after: readonly [number, string] | null = null;
    for (;;) {
      const rows: FeedbackEntity[] = await this.board.list(filter, after, PAGE);
      if (rows.length > 0) yield await this.page(me, rows);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = [last.impact, last.id];
    }
  }

  private async page(me: Actor, rows: readonly FeedbackEntity[]): Promise<ExportedItem[]> {
    const [views, titles, responses] = await Promise.all([
      this.feedback.viewsOf(me, rows),
      this.board.titles(rows.flatMap(({ originalId }) => originalId ?? [])),
      this.board.responses(rows.map(({ id }) => id)),
    ]);
    const people = await this.people.cards([...new Set([...responses.values()].map(({ by }) => by))]);
    const nameOf = ({ by }: Response): string =>
      by === 'system' ? 'Nobody in time' : (people.get(by)?.name ?? '');
    return rows.map((row, index) => {
      const response = responses.get(row.id);
      return {
        view: views[index] as FeedbackView,
        payRef: row.payRef,
        originalTitle: row.originalId === null ? null : (titles.get(row.originalId) ?? null),
        respondedBy: response === undefined ? null : nameOf(response),
        respondedAt: response?.at ?? null,
      };
    });
  }
}
