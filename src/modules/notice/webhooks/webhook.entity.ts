import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WebhookEventName } from '../domain/webhook-events';
import type { DeliveryState, WebhookState } from '../domain/webhook.workflow';

/** Where messages go, and which. */
@Entity('notice_webhooks')
export class WebhookEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** Only of this programme; `null`: of all. */
  @Column({ type: 'text', name: 'program_id', nullable: true })
  programId: string | null;

  /** Gets what happens to everybody, not only to its owner. */
  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff: boolean;

  @Column({ type: 'text' })
  url: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'text', array: true })
  events: WebhookEventName[];

  @Column({ type: 'text' })
  state: WebhookState;

  /** Sealed; `null` once removed. */
  @Column({ type: 'bytea', nullable: true })
  secret: Buffer | null;

  @Column({ type: 'bytea', name: 'previous_secret', nullable: true })
  previousSecret: Buffer | null;

  /** SHA-256 of the secret: finds its endpoint when somebody reports a leak. `null`: made before such a thing was kept. */
  @Column({ type: 'bytea', name: 'secret_print', nullable: true })
  secretPrint: Buffer | null;

  /** When it was found in public and replaced by one that nobody knows; `null`: its owner has it. */
  @Column({ type: 'timestamptz', name: 'secret_leaked_at', nullable: true })
  secretLeakedAt: Date | null;

  @Column({ type: 'bytea', name: 'previous_print', nullable: true })
  previousPrint: Buffer | null;

  /** Until when messages are signed with the previous secret too. */
  @Column({ type: 'timestamptz', name: 'previous_until', nullable: true })
  previousUntil: Date | null;

  /** Failures since the last receipt. */
  @Column({ type: 'integer' })
  failures: number;

  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}

/** One message to one endpoint. */
@Entity('notice_webhook_deliveries')
export class WebhookDeliveryEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'webhook_id' })
  webhookId: string;

  @Column({ type: 'text', name: 'event_id' })
  eventId: string;

  @Column({ type: 'text' })
  event: string;

  @Column({ type: 'jsonb' })
  payload: Record<string, unknown>;

  /** When what it tells of happened: the message's `timestamp`. */
  @Column({ type: 'timestamptz', name: 'happened_at' })
  happenedAt: Date;

  @Column({ type: 'text' })
  state: DeliveryState;

  @Column({ type: 'integer' })
  attempts: number;

  /** When it may be tried again; while a worker is at it, the time after which that worker counts as dead. */
  @Column({ type: 'timestamptz', name: 'next_try_at' })
  nextTryAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}

/** One try of a message: a status, or why there was none. */
@Entity('notice_webhook_tries')
export class WebhookTryEntity {
  @PrimaryColumn({ type: 'text', name: 'delivery_id' })
  deliveryId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'integer', nullable: true })
  status: number | null;

  @Column({ type: 'text', nullable: true })
  fault: string | null;

  @Column({ type: 'integer' })
  milliseconds: number;
}
