import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { Outgoing, OutgoingError } from '../../../platform/http/outgoing';
import { Outbox } from '../../../platform/outbox/outbox';
import { QueueService } from '../../../platform/queue/queue.service';
import { webhookDisabled } from '../contract';
import { afterTry, isSpent } from '../domain/webhook-retry';
import { sendWebhook } from './webhook.jobs';
import { WebhookDeliveryRepository, type ClaimedDelivery } from './webhook-delivery.repository';
import type { WebhookEntity } from './webhook.entity';
import { WebhookRepository, type TryOutcome } from './webhook.repository';
import { WebhookRights } from './webhook-rights.service';
import { WebhookSecrets } from './webhook-secrets.service';

/** Ends the endpoint at once: its owner is no longer of the staff. */
const NO_RIGHT: TryOutcome = { status: null, fault: 'role_missing', milliseconds: 0 };
const HOST_OF = (url: string): string => new URL(url).host;

/** What sending stands on. */
@Injectable()
export class WebhookRows {
  constructor(
    readonly webhooks: WebhookRepository,
    readonly deliveries: WebhookDeliveryRepository,
    readonly secrets: WebhookSecrets,
  ) {}
}

/** Messages on their way: at least once, in no promised order, under one id for all tries. */
@Injectable()
export class WebhookSender {
  private readonly log = new Logger('webhooks');

  constructor(
    private readonly db: Database,
    private readonly rows: WebhookRows,
    private readonly outgoing: Outgoing,
    private readonly outbox: Outbox,
    private readonly queue: QueueService,
    private readonly rights: WebhookRights,
  ) {}

  /** Tries one message, if it is due and nobody else does. An endpoint that is away is tried again later, not thrown. */
  async deliver(deliveryId: string): Promise<void> {
    const delivery = await this.db.tx((tx) => this.rows.deliveries.claim(tx, deliveryId));
    if (delivery === null) return;
    const webhook = await this.rows.webhooks.find(delivery.webhookId);
    if (webhook === null) return;
    const outcome = (await this.rights.mayBeTold(webhook)) ? await this.call(webhook, delivery) : NO_RIGHT;
    await this.db.tx((tx) => this.conclude(tx, webhook, delivery, outcome));
  }

  /** Reminds the queue of every message that is due; how many. */
  async sweep(): Promise<number> {
    const due = await this.rows.deliveries.listDue();
    for (const { id, attempts } of due)
      await this.queue.add({ kind: sendWebhook, id: `${id}.${attempts}`, data: { deliveryId: id } });
    return due.length;
  }

  private async call(webhook: WebhookEntity, delivery: ClaimedDelivery): Promise<TryOutcome> {
    const { event, payload, happenedAt } = delivery;
    const body = JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), data: payload });
    const headers = this.rows.secrets.headers(this.secretsOf(webhook), delivery.id, new Date(), body);
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    try {
      const { status } = await this.outgoing.send(webhook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return { status, fault: null, milliseconds: took() };
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      return { status: null, fault: error.fault, milliseconds: took() };
    }
  }

  private secretsOf({ id, secret, previousSecret, previousUntil }: WebhookEntity): string[] {
    const isDouble = previousSecret !== null && previousUntil !== null && previousUntil > new Date();
    return [secret, isDouble ? previousSecret : null]
      .filter((box) => box !== null)
      .map((box) => this.rows.secrets.open(id, box));
  }

  private async conclude(
    tx: Tx,
    webhook: WebhookEntity,
    delivery: ClaimedDelivery,
    outcome: TryOutcome,
  ): Promise<void> {
    const { id, attempts } = delivery;
    await this.rows.deliveries.noteTry(tx, id, attempts, outcome);
    const next = afterTry(attempts, outcome);
    const isReceived = next.kind === 'delivered';
    const isTest = delivery.event === 'webhook.test';
    if (next.kind === 'wait' && !isTest) await this.rows.deliveries.postpone(tx, id, next.milliseconds);
    else
      await this.rows.deliveries.move(tx, {
        id,
        verb: isReceived ? 'deliver' : 'giveUp',
        from: 'queued',
        to: isReceived ? 'delivered' : 'failed',
        actor: SYSTEM,
      });
    if (isTest) return; // somebody is looking; a test counts neither for nor against
    const streak = await this.rows.webhooks.countTry(tx, webhook.id, isReceived);
    if (!isReceived && (outcome === NO_RIGHT || isSpent(outcome, streak, new Date())))
      await this.disable(tx, webhook, outcome);
  }

  private async disable(tx: Tx, { id, personId, url }: WebhookEntity, outcome: TryOutcome): Promise<void> {
    const note = { status: outcome.status, fault: outcome.fault };
    const move = { id, verb: 'disable', from: 'active', to: 'disabled', actor: SYSTEM, note };
    if (!(await this.rows.webhooks.move(tx, move))) return;
    this.log.warn({ webhook: id, ...note }, 'an endpoint was disabled');
    await this.outbox.add(tx, webhookDisabled, { webhookId: id, personId, host: HOST_OF(url), ...note });
  }
}
