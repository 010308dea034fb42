import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { feedbackRefusals } from '../contract';
import { FEEDBACK_STATES } from '../domain/feedback.workflow';
import type { FeedbackView } from '../feedback.dto';
import { FeedbackRepository } from '../feedback.repository';
import { FeedbackService } from '../feedback.service';
import type { BoardColumnsQuery, BoardQuery, BoardView, TagList } from './board.dto';
import { BoardRepository } from './board.repository';

/** Cards of one column that come with the board; the rest is read by state. */
const FIRST = 8;

/** All feedback at a glance, for who triages. */
@Injectable()
export class BoardService {
  constructor(
    private readonly db: Database,
    private readonly board: BoardRepository,
    private readonly feedback: FeedbackService,
    private readonly rows: FeedbackRepository,
    private readonly audit: AuditService,
  ) {}

  /** One column for each state, whatever is in it, heaviest first. */
  async columns(me: Actor, filter: BoardColumnsQuery): Promise<BoardView> {
    const counts = await this.board.counts(filter);
    const lists = await Promise.all(
      FEEDBACK_STATES.map(async (state) =>
        counts.has(state) ? this.board.list({ ...filter, state }, null, FIRST) : [],
      ),
    );
    const views = await this.feedback.viewsOf(me, lists.flat());
    const viewOf = new Map(views.map((view) => [view.id, view]));
    return {
      columns: FEEDBACK_STATES.map((state, index) => ({
        state,
        count: counts.get(state) ?? 0,
        items: (lists[index] ?? []).flatMap(({ id }) => viewOf.get(id) ?? []),
      })),
    };
  }

  /** What fits, heaviest first. */
  async list(me: Actor, { cursor, limit, ...filter }: BoardQuery): Promise<Page<FeedbackView>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, 2);
    const after = key === null ? null : ([Number(key[0]), String(key[1])] as const);
    const rows = await this.board.list(filter, after, limit + 1);
    const views = new Map((await this.feedback.viewsOf(me, rows)).map((view) => [view.id, view]));
    return toPage(
      rows,
      limit,
      ({ impact, id }) => [impact, id],
      ({ id }) => views.get(id) as FeedbackView,
    );
  }

  async tags(programId?: string): Promise<TagList> {
    return { items: await this.board.tags(programId ?? null) };
  }

  /** Puts `tags` in place of what the item has. Twice is once. */
  async setTags(me: Actor, id: string, given: readonly string[]): Promise<void> {
    const tags = [...new Set(given)].toSorted();
    await this.db.tx(async (tx) => {
      const row = await this.rows.lock(tx, id);
      if (row === null) throw refusal(feedbackRefusals, 'not_found');
      if (row.personId === me.id) throw refusal(feedbackRefusals, 'own_feedback');
      await this.board.setTags(tx, id, tags);
      await this.audit.record(tx, me, 'feedback.tag', id, { from: row.tags, to: tags });
    });
  }
}
