import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { WebhookDeliveryEntity, WebhookTryEntity } from './webhook.entity';
import type { TryOutcome } from './webhook.repository';

const TABLES = { table: 'notice_webhook_deliveries', history: 'notice_webhook_deliveries_history' } as const;

export type NewDelivery = Pick<
  WebhookDeliveryEntity,
  'id' | 'webhookId' | 'eventId' | 'event' | 'payload' | 'happenedAt'
>;

/**
 * Caller: WebhookFan.fan, in the transaction of the event's delivery; and the test button.
 * Index: notice_webhook_deliveries_once.
 * Twice: the second insert does nothing and returns no row.
 */
const INSERT_DELIVERY = `
  INSERT INTO notice_webhook_deliveries (id, webhook_id, event_id, event, payload, happened_at, state)
  VALUES ($1, $2, $3, $4, $5, $6, 'queued') ON CONFLICT (webhook_id, event_id, event) DO NOTHING RETURNING id`;

/**
 * Caller: WebhookSender.deliver, before it speaks to the endpoint. Paused and disabled endpoints get nothing but tests.
 * Index: primary key.
 * Twice: the second finds next_try_at in the future: one worker at a time, and two minutes after a crash another one.
 */
const CLAIM = `
  UPDATE notice_webhook_deliveries d SET attempts = attempts + 1, next_try_at = now() + interval '2 minutes', updated_at = now()
  FROM notice_webhooks w
  WHERE d.id = $1 AND d.state = 'queued' AND d.next_try_at <= now() AND w.id = d.webhook_id
    AND (w.state = 'active' OR (d.event = 'webhook.test' AND w.state <> 'removed'))
  RETURNING d.id, d.webhook_id AS "webhookId", d.event, d.payload, d.attempts, d.happened_at AS "happenedAt"`;

/**
 * Caller: WebhookSender.sweep: what no job will remind of, retries included.
 * Index: notice_webhook_deliveries_due.
 * Twice: reading only; CLAIM decides.
 */
const LIST_DUE = `
  SELECT d.id, d.attempts FROM notice_webhook_deliveries d JOIN notice_webhooks w ON w.id = d.webhook_id AND w.state = 'active'
  WHERE d.state = 'queued' AND d.next_try_at <= now() - interval '5 seconds' ORDER BY d.next_try_at, d.id LIMIT 200`;

/**
 * Caller: WebhookLog.resendSkipped. $1 webhook, $2 who asks. They are due at once, for the sweep.
 * Index: notice_webhook_deliveries_skipped.
 * Twice: the second finds none.
 */
const RESEND_SKIPPED = `
  WITH moved AS (
    UPDATE notice_webhook_deliveries SET state = 'queued', next_try_at = now() - interval '5 seconds', updated_at = now()
    WHERE webhook_id = $1 AND state = 'skipped' RETURNING id)
  INSERT INTO notice_webhook_deliveries_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT id, 'resend', 'skipped', 'queued', $2 FROM moved`;

export type ClaimedDelivery = Pick<
  WebhookDeliveryEntity,
  'id' | 'webhookId' | 'event' | 'payload' | 'attempts' | 'happenedAt'
>;

@Injectable()
export class WebhookDeliveryRepository {
  constructor(private readonly db: Database) {}

  /** `false`: this endpoint has this event already. */
  async insert(tx: Tx, row: NewDelivery): Promise<boolean> {
    const { id, webhookId, eventId, event, payload, happenedAt } = row;
    const values = [id, webhookId, eventId, event, payload, happenedAt];
    return (await tx.query(INSERT_DELIVERY, values)).length === 1;
  }

  async claim(tx: Tx, id: string): Promise<ClaimedDelivery | null> {
    return (await tx.query<ClaimedDelivery>(CLAIM, [id]))[0] ?? null;
  }

  async listDue(): Promise<{ id: string; attempts: number }[]> {
    return this.db.read(LIST_DUE);
  }

  async noteTry(
    tx: Tx,
    id: string,
    number: number,
    { status, fault, milliseconds }: TryOutcome,
  ): Promise<void> {
    await tx.run(
      `INSERT INTO notice_webhook_tries (delivery_id, number, status, fault, milliseconds) VALUES ($1, $2, $3, $4, $5)`,
      [id, number, status, fault, milliseconds],
    );
  }

  async postpone(tx: Tx, id: string, milliseconds: number): Promise<void> {
    await tx.run(
      `UPDATE notice_webhook_deliveries SET next_try_at = now() + make_interval(secs => $2), updated_at = now() WHERE id = $1 AND state = 'queued'`,
      [id, milliseconds / 1_000],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Queues everything that an endpoint has missed; how much that is. */
  async resendSkipped(tx: Tx, webhookId: string, actorId: string): Promise<number> {
    return tx.run(RESEND_SKIPPED, [webhookId, actorId]);
  }

  /** How many messages each endpoint has missed; none is left out. */
  async countSkipped(webhookIds: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    const sql = `SELECT webhook_id AS id, count(*)::int AS count FROM notice_webhook_deliveries
      WHERE state = 'skipped' AND webhook_id = ANY ($1) GROUP BY webhook_id`;
    type Count = { id: string; count: number };
    const rows = await (tx ? tx.query<Count>(sql, [webhookIds]) : this.db.read<Count>(sql, [webhookIds]));
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async find(webhookId: string, id: string, tx?: Tx): Promise<WebhookDeliveryEntity | null> {
    return (tx ?? this.db).manager.findOneBy(WebhookDeliveryEntity, { id, webhookId });
  }

  /** Newest first: up to `limit` older than `before`. */
  async list(webhookId: string, before: string | null, limit: number): Promise<WebhookDeliveryEntity[]> {
    const rows = this.db.manager
      .createQueryBuilder(WebhookDeliveryEntity, 'delivery')
      .where('delivery.webhook_id = :webhookId', { webhookId });
    if (before !== null) rows.andWhere('delivery.id < :before', { before });
    return rows.orderBy('delivery.id', 'DESC').limit(limit).getMany();
  }

  /** Tries of some deliveries, oldest first. */
  async tries(ids: readonly string[]): Promise<Map<string, WebhookTryEntity[]>> {
    const rows = await this.db.manager.find(WebhookTryEntity, {
      where: { deliveryId: In([...ids]) },
      order: { number: 'ASC' },
    });
    return new Map(ids.map((id) => [id, rows.filter(({ deliveryId }) => deliveryId === id)]));
  }
}
