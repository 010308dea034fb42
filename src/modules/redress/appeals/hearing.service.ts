import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { may } from '../../access';
import { redressRefusals } from '../contract';
import { kindRow, STATEMENT_KINDS } from '../domain/kinds';
import { StatementReadingService } from '../statements/reading.service';
import { StatementRepository } from '../statements/statement.repository';
import type { HearingListQuery, HearingPage, HearingView } from './appeal.dto';
import type { AppealEntity } from './appeal.entity';
import { hearingView } from './appeal.mapping';
import { AppealRepository } from './appeal.repository';

/** Reading appeals: one's own, and what waits for a hearing. */
@Injectable()
export class HearingsService {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly rows: StatementRepository,
    private readonly statements: StatementReadingService,
  ) {}

  async get(me: Actor, id: string): Promise<HearingView> {
    const row = await this.appeals.find(id);
    if (row === null || (row.appellantId !== me.id && !may(me, 'appeal.hear')))
      throw refusal(redressRefusals, 'not_found');
    return this.view(me, row);
  }

  /** One's own, newest first; with `queue=open` what the reader's role may hear, the most urgent first. */
  async list(me: Actor, { queue, cursor, limit }: HearingListQuery): Promise<HearingPage> {
    const isQueue = queue === 'open';
    if (isQueue && !may(me, 'appeal.hear')) throw refusal(redressRefusals, 'not_allowed');
    const key = cursor === undefined ? null : decodeCursor(cursor, isQueue ? 2 : 1).map(String);
    const kinds = STATEMENT_KINDS.filter((kind) =>
      kindRow(kind).heardBy.some((role) => me.roles.includes(role)),
    );
    const [due = '', id = ''] = key ?? [];
    const after = key === null || Number.isNaN(Date.parse(due)) ? null : ([due, id] as const);
    const rows = isQueue
      ? await this.appeals.listOpen(me.id, kinds, after, limit + 1)
      : await this.appeals.listOwn(me.id, key?.[0] ?? null, limit + 1);
    const keyOf = (row: AppealEntity) => (isQueue ? [row.dueAt.toISOString(), row.id] : [row.id]);
    const page = toPage(rows, limit, keyOf, (row) => row);
    return { items: await Promise.all(page.items.map((row) => this.view(me, row))), next: page.next };
  }

  private async view(me: Actor, row: AppealEntity): Promise<HearingView> {
    const [statement, messages, took] = await Promise.all([
      this.statements.get(me, row.statementId),
      this.appeals.messages(row.id),
      this.rows.participants([row.statementId]),
    ]);
    return hearingView(row, me, {
      statement,
      messages,
      took: took.get(row.statementId) ?? [],
      now: new Date(),
    });
  }
}
