import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { messagesOf } from '../domain/webhook-events';
import { sendWebhook } from './webhook.jobs';
import { WebhookDeliveryRepository, type NewDelivery } from './webhook-delivery.repository';
import { WebhookRepository, type Subscriber } from './webhook.repository';
import { WebhookRights } from './webhook-rights.service';

/** Turns an event into its messages, each for every endpoint that asked for it. */
@Injectable()
export class WebhookFan {
  private readonly log = new Logger('webhooks');

  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly queue: QueueService,
    private readonly rights: WebhookRights,
  ) {}

  /** In the transaction of the event's delivery: the same event twice makes each message once. */
  async fan(tx: Tx, { id: eventId, name, payload, at: happenedAt }: DomainEvent<object>): Promise<void> {
    const { personId = null, programId = null } = payload as { personId?: string; programId?: string };
    for (const { name: event, isForStaff, data } of messagesOf(name, payload))
      for (const webhook of await this.webhooks.listSubscribed(tx, event, {
        personId,
        programId,
        isForStaff,
      })) {
        const message = { eventId, event, payload: { ...data }, happenedAt };
        await this.write(tx, webhook, { id: newId('whd'), webhookId: webhook.id, ...message });
      }
  }

  /** One message for one endpoint. One that is not listening has it written down, for its owner to see and to send. */
  private async write(tx: Tx, webhook: Subscriber, delivery: NewDelivery): Promise<void> {
    const isActive = webhook.state === 'active';
    if (!isActive && !(await this.rights.mayBeTold(webhook, tx))) return;
    if (!(await this.deliveries.insert(tx, delivery))) return;
    if (isActive) return this.remindAfter(tx, delivery.id);
    const note = { webhook: webhook.state };
    const move = { id: delivery.id, verb: 'skip', from: 'queued', to: 'skipped', actor: SYSTEM, note };
    await this.deliveries.move(tx, move);
  }

  /** The message leaves soon after the commit. */
  remindAfter(tx: Tx, deliveryId: string): void {
    const remind = async (): Promise<void> =>
      this.queue.add({ kind: sendWebhook, id: `${deliveryId}.${newId('try')}`, data: { deliveryId } });
    tx.afterCommit(() => void remind().catch((error: unknown) => this.log.warn(error)));
  }
}
