import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { noticeRefusals } from '../contract';
import { TEST_EVENT } from '../domain/webhook-events';
import { deliveryView, type WebhookDeliveryPage, type WebhookDeliveryView } from './webhook.dto';
import { WebhookFan } from './webhook-fan.service';
import { WebhookRows, WebhookSender } from './webhook-sender.service';

/** What became of the messages to one's own endpoints. */
@Injectable()
export class WebhookLog {
  private readonly log = new Logger('webhooks');

  constructor(
    private readonly db: Database,
    private readonly rows: WebhookRows,
    private readonly sender: WebhookSender,
    private readonly fan: WebhookFan,
    private readonly audit: AuditService,
  ) {}

  /** Messages with their tries, newest first. Refuses `not_found`. */
  async list(
    me: Actor,
    webhookId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<WebhookDeliveryPage> {
    await this.mustOwn(me, webhookId);
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.rows.deliveries.list(webhookId, before, limit + 1);
    const tries = await this.rows.deliveries.tries(rows.map(({ id }) => id));
    const view = (row: (typeof rows)[number]) => deliveryView(row, tries.get(row.id) ?? []);
    const { items, next } = toPage(rows, limit, ({ id }) => [id], view);
    return { items: [...items], next };
  }

  /** Sends a test message now and tells what came of it. Works while paused, too. */
  async test(me: Actor, webhookId: string): Promise<WebhookDeliveryView> {
    await this.mustOwn(me, webhookId);
    const id = newId('whd');
    const data = { webhookId, says: 'A test from Atelier. Nothing happened.' };
    await this.db.tx(async (tx) => {
      const row = { id, webhookId, eventId: id, event: TEST_EVENT, payload: data, happenedAt: new Date() };
      await this.rows.deliveries.insert(tx, row);
      await this.audit.record(tx, me, 'webhook.test', webhookId, { deliveryId: id });
    });
    await this.sender.deliver(id);
    return this.one(webhookId, id);
  }

  /** Sends a message again, under the same id. Refuses `not_found`; one that is on its way already is success. */
  async resend(me: Actor, webhookId: string, id: string): Promise<WebhookDeliveryView> {
    await this.mustOwn(me, webhookId);
    await this.db.tx(async (tx) => {
      const row = await this.rows.deliveries.find(webhookId, id, tx);
      if (row === null) throw refusal(noticeRefusals, 'not_found');
      if (row.state === 'queued') return;
      const move = { id, verb: 'resend', from: row.state, to: 'queued', actor: me };
      if (!(await this.rows.deliveries.move(tx, move))) return;
      await this.rows.deliveries.postpone(tx, id, 0);
      await this.audit.record(tx, me, 'webhook.resend', webhookId, { deliveryId: id });
      this.fan.remindAfter(tx, id);
    });
    return this.one(webhookId, id);
  }

  /** Sends everything that happened while it did not listen; one that is paused still gets it once it is resumed. */
  async resendSkipped(me: Actor, webhookId: string): Promise<number> {
    await this.mustOwn(me, webhookId);
    return this.db.tx(async (tx) => {
      const count = await this.rows.deliveries.resendSkipped(tx, webhookId, me.id);
      if (count === 0) return 0;
      await this.audit.record(tx, me, 'webhook.resend_skipped', webhookId, { count });
      tx.afterCommit(() => void this.sender.sweep().catch((error: unknown) => this.log.warn(error)));
      return count;
    });
  }

  private async one(webhookId: string, id: string): Promise<WebhookDeliveryView> {
    const row = await this.rows.deliveries.find(webhookId, id);
    if (row === null) throw refusal(noticeRefusals, 'not_found');
    return deliveryView(row, (await this.rows.deliveries.tries([id])).get(id) ?? []);
  }

  private async mustOwn(me: Actor, webhookId: string): Promise<void> {
    if ((await this.rows.webhooks.findOwn(me.id, webhookId)) === null)
      throw refusal(noticeRefusals, 'not_found');
  }
}
