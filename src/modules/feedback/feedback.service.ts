import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { may } from '../access/contract';
import { PeopleService } from '../access';
import { feedbackRefusals, type FeedbackCard } from './contract';
import type { FeedbackQuery, FeedbackView } from './feedback.dto';
import type { FeedbackEntity } from './feedback.entity';
import { feedbackView, type Beside } from './feedback.mapping';
import { FeedbackRepository } from './feedback.repository';
import { FeedbackFileRepository } from './files/feedback-file.repository';
import { PseudonymRepository } from './intake/pseudonym.repository';
import { VoidRepository } from './voids/void.repository';

/** Reading feedback. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly files: FeedbackFileRepository,
    private readonly pseudonyms: PseudonymRepository,
    private readonly people: PeopleService,
    private readonly voids: VoidRepository,
  ) {}

  /** What other modules may know of an item. Refuses an unknown one. */
  async find(id: string): Promise<FeedbackCard> {
    const row = await this.feedback.find(id);
    if (row === null) throw refusal(feedbackRefusals, 'not_found');
    const { programId, personId, type, state, generationId } = row;
    return { id, programId, personId, type, state, generationId };
  }

  async get(me: Actor, id: string): Promise<FeedbackView> {
    const row = await this.feedback.find(id);
    if (row === null || (row.personId !== me.id && !may(me, 'feedback.triage')))
      throw refusal(feedbackRefusals, 'not_found');
    return feedbackView(row, me, await this.beside([row], me));
  }

  /** Rows as one reader may see them, in their order. */
  async viewsOf(me: Actor, rows: readonly FeedbackEntity[]): Promise<FeedbackView[]> {
    const beside = await this.beside(rows, me);
    return rows.map((row) => feedbackView(row, me, beside));
  }

  /** One's own, newest first; for who triages and files none, all; with `queue=open` what waits, by deadline. */
  async list(
    me: Actor,
    { queue, state, generationId, cursor, limit }: FeedbackQuery,
  ): Promise<Page<FeedbackView>> {
    if (queue !== undefined && !may(me, 'feedback.triage')) throw refusal(feedbackRefusals, 'not_allowed');
    if (queue === 'open') {
      const key = cursor === undefined ? null : decodeCursor(cursor, 2);
      const after = key === null ? null : ([Number(key[0]), String(key[1])] as const);
      const rows = await this.feedback.listQueue(me.id, after, limit + 1);
      return this.page(rows, me, limit, (row) => [row.dueAt.getTime(), row.id]);
    }
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const isAll = queue === 'all' || (may(me, 'feedback.triage') && !hasRole(me, 'artist'));
    const personId = isAll ? undefined : me.id;
    const rows = await this.feedback.list({
      personId,
      readerId: me.id,
      state,
      generationId,
      before,
      limit: limit + 1,
    });
    return this.page(rows, me, limit, (row) => [row.id]);
  }

  private async page(
    rows: FeedbackEntity[],
    me: Actor,
    limit: number,
    keyOf: (row: FeedbackEntity) => (string | number)[],
  ): Promise<Page<FeedbackView>> {
    const beside = await this.beside(rows, me);
    return toPage(rows, limit, keyOf, (row) => feedbackView(row, me, beside));
  }

  private async beside(rows: readonly FeedbackEntity[], me: Actor): Promise<Beside> {
    const ids = rows.map(({ id }) => id);
    const open = rows.filter((row) => !row.isPrivate || row.personId === me.id);
    const originals = rows.flatMap(({ originalId }) => originalId ?? []);
    const [sentiments, files, voids, fates, people, pseudonymOf] = await Promise.all([
      this.feedback.listSentiments(ids, me.id),
      this.files.ofItems(ids),
      this.voids.ofSubjects('feedback', ids),
      this.feedback.listFates(originals),
      this.people.cards([...new Set(open.map(({ personId }) => personId))]),
      this.pseudonyms.of(rows.filter(({ isPrivate }) => isPrivate)),
    ]);
    const authorOf = (row: FeedbackEntity): string =>
      row.isPrivate ? pseudonymOf(row) : (people.get(row.personId)?.name ?? 'Somebody');
    return { sentiments, files, voids, fates, authorOf };
  }
}
