import { Injectable, Logger } from '@nestjs/common';
import type { DomainEvent } from '../../../kernel/event';
import { newId } from '../../../kernel/id';
import type { Tx } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { messagesOf } from '../domain/webhook-events';
import { sendWebhook } from './webhook.jobs';
import { WebhookDeliveryRepository } from './webhook-delivery.repository';
import { WebhookRepository } from './webhook.repository';

/** Turns an event into its messages, each for every endpoint that asked for it. */
@Injectable()
export class WebhookFan {
  private readonly log = new Logger('webhooks');

  constructor(
    private readonly webhooks: WebhookRepository,
    private readonly deliveries: WebhookDeliveryRepository,
    private readonly queue: QueueService,
  ) {}

  /** In the transaction of the event's delivery: the same event twice makes each message once. */
  async fan(tx: Tx, { id: eventId, name, payload, at: happenedAt }: DomainEvent<object>): Promise<void> {
    const { personId = null, programId = null } = payload as { personId?: string; programId?: string };
    for (const { name: event, isForStaff, data } of messagesOf(name, payload))
      for (const webhookId of await this.webhooks.listSubscribed(tx, event, {
        personId,
        programId,
        isForStaff,
      })) {
        const delivery = { id: newId('whd'), webhookId, eventId, event, payload: { ...data }, happenedAt };
        if (await this.deliveries.insert(tx, delivery)) this.remindAfter(tx, delivery.id);
      }
  }

  /** The message leaves soon after the commit. */
  remindAfter(tx: Tx, deliveryId: string): void {
    const remind = async (): Promise<void> =>
      this.queue.add({ kind: sendWebhook, id: `${deliveryId}.${newId('try')}`, data: { deliveryId } });
    tx.afterCommit(() => void remind().catch((error: unknown) => this.log.warn(error)));
  }
}
