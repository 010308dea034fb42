import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import type { DomainEvent } from '../../kernel/event';
import { newId } from '../../kernel/id';
import { decodeCursor, toPage } from '../../kernel/page';
import { refusal } from '../../kernel/refusal';
import { Settings } from '../../platform/config/settings';
import { Database, type Tx } from '../../platform/db/database';
import { PeopleService } from '../access';
import { noticeRefusals } from './contract';
import { letter } from './domain/letter';
import { templatesFor } from './domain/templates';
import { MailService } from './mails/mail.service';
import { noticeView, type NoticePage, type NoticeView } from './notice.dto';
import { NoticeRepository } from './notice.repository';
import { WebhookFan } from './webhooks/webhook-fan.service';

/** Tells people what happened to what is theirs. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly db: Database,
    private readonly notices: NoticeRepository,
    private readonly mails: MailService,
    private readonly people: PeopleService,
    private readonly settings: Settings,
    private readonly webhooks: WebhookFan,
  ) {}

  /** Writes the notices of one event, their mails, and its webhooks. The same event twice tells once; some tell nothing. */
  async tell(tx: Tx, event: DomainEvent<{ readonly personId: string }>): Promise<void> {
    const { personId } = event.payload;
    await this.webhooks.fan(tx, event);
    for (const { kind, isMailed, words } of templatesFor(event.name, event.payload)) {
      const id = newId('ntc');
      const isNew = await this.notices.insert(tx, { id, personId, eventId: event.id, kind, ...words });
      const person = isNew && isMailed ? await this.people.find(personId, tx) : null;
      if (person !== null)
        await this.mails.write(tx, id, person.email, letter(person.name, words, this.baseUrl()));
    }
  }

  /** Own notices, newest first, with the number of unread ones. */
  async list(
    me: Actor,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<NoticePage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.notices.list(me.id, before, limit + 1);
    const { items, next } = toPage(rows, limit, (row) => [row.id], noticeView);
    return { items: [...items], next, unread: await this.notices.countUnread(me.id) };
  }

  /** Marks one of one's own notices as read; the first time counts. Refuses `not_found`. */
  async read(me: Actor, id: string): Promise<NoticeView> {
    await this.db.tx((tx) => this.notices.markRead(tx, me.id, id));
    const row = await this.notices.findOwn(me.id, id);
    if (row === null) throw refusal(noticeRefusals, 'not_found');
    return noticeView(row);
  }

  /** Marks all of one's notices as read; how many were not. */
  async readAll(me: Actor): Promise<number> {
    return this.db.tx((tx) => this.notices.markRead(tx, me.id, null));
  }

  private baseUrl(): string {
    const { publicUrl, port } = this.settings;
    return (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
  }
}
