import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import type { Actor } from '../../../kernel/actor';
import { available } from '../../../kernel/workflow';
import { WEBHOOK_EVENT_NAMES, WEBHOOK_EVENTS, type WebhookEventName } from '../domain/webhook-events';
import {
  DELIVERY_STATES,
  WEBHOOK_STATES,
  WEBHOOK_VERBS,
  webhookWorkflow,
  type DeliveryState,
  type WebhookState,
} from '../domain/webhook.workflow';
import type { WebhookDeliveryEntity, WebhookEntity, WebhookTryEntity } from './webhook.entity';

const NO_CONTROLS = /^\P{Cc}*$/u;

export class WebhookBody {
  /** Where messages are sent: https, a public host, port 443 or 8443. */
  @ApiProperty({ format: 'uri', maxLength: 500 })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @Matches(NO_CONTROLS, { message: 'url must not hold control characters' })
  url: string;

  /** What it is for. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NO_CONTROLS, { message: 'description must not hold control characters' })
  description: string = '';

  /** What it is told of. */
  @ApiProperty({ enum: WEBHOOK_EVENT_NAMES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(WEBHOOK_EVENT_NAMES.length)
  @IsIn(WEBHOOK_EVENT_NAMES, { each: true })
  events: WebhookEventName[];

  /** Only of this programme; absent: of all. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  programId?: string;
}

export class WebhookChangeBody {
  /** Where messages are sent. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  url?: string;

  /** What it is for. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(NO_CONTROLS, { message: 'description must not hold control characters' })
  description?: string;

  /** What it is told of. */
  @IsOptional()
  @ApiProperty({ enum: WEBHOOK_EVENT_NAMES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(WEBHOOK_EVENT_NAMES.length)
  @IsIn(WEBHOOK_EVENT_NAMES, { each: true })
  events?: WebhookEventName[];
}

export class WebhookStep {
  /** `whk_…` */
  @IsString()
  id: string;

  /** What to do. */
  @ApiProperty({ enum: WEBHOOK_VERBS })
  @IsIn(WEBHOOK_VERBS)
  verb: (typeof WEBHOOK_VERBS)[number];
}

/** Something a webhook can be told of. */
export class WebhookEventView {
  /** Its name, as in `events` and in the message's `type`. */
  @ApiProperty({ enum: WEBHOOK_EVENT_NAMES })
  name: WebhookEventName;

  /** When it is sent. */
  says: string;

  /** Members of the message's `data`. */
  members: string[];

  /** Endpoints of managers get it for everybody. */
  isForStaff: boolean;
}

/** An endpoint, without its secret. */
export class WebhookView {
  /** `whk_…` */
  id: string;

  /** Where messages are sent. */
  url: string;

  /** What it is for. */
  description: string;

  /** What it is told of. */
  @ApiProperty({ enum: WEBHOOK_EVENT_NAMES, isArray: true })
  events: WebhookEventName[];

  /** Only of this programme; null: of all. */
  @ApiProperty({ type: String, nullable: true })
  programId: string | null;

  /** Told of everybody, not only of its owner. */
  isStaff: boolean;

  @ApiProperty({ enum: WEBHOOK_STATES })
  state: WebhookState;

  /** Failed tries since the last receipt. */
  failures: number;

  /** Since when there was no receipt; null: all is well. */
  @ApiProperty({ type: String, nullable: true })
  failingSince: string | null;

  /** Messages that were not sent because it was paused or disabled. */
  skipped: number;

  /** Until when messages carry a signature of the previous secret too; null: only the new one is used. */
  @ApiProperty({ type: String, nullable: true })
  previousUntil: string | null;

  /** Its secret was found in public and signs nothing any more: take a new one, then resume. */
  isSecretLeaked: boolean;

  /** When it was made. */
  createdAt: string;

  /** What you may do now. */
  available: string[];
}

/** An endpoint with its signing secret: the only time it is shown. */
export class NewWebhookView extends WebhookView {
  /** `whsec_…`; verify messages with it (Standard Webhooks). */
  secret: string;
}

export class WebhookList {
  @ApiProperty({ type: [WebhookView] })
  items: WebhookView[];
}

export class WebhookEventList {
  @ApiProperty({ type: [WebhookEventView] })
  items: WebhookEventView[];
}

/** One try of a message. */
export class WebhookTryView {
  /** When it was made. */
  at: string;

  /** What the endpoint answered; null: nothing. */
  @ApiProperty({ type: Number, nullable: true })
  status: number | null;

  /** Why there was no answer, such as `too_slow` or `forbidden_address`. */
  @ApiProperty({ type: String, nullable: true })
  fault: string | null;

  /** How long it took. */
  milliseconds: number;
}

/** One message to one endpoint. */
export class WebhookDeliveryView {
  /** `whd_…`; the message's `webhook-id`. */
  id: string;

  /** Its `type`. */
  event: string;

  @ApiProperty({
    enum: DELIVERY_STATES,
    description: 'skipped: the endpoint was paused or disabled as it happened.',
  })
  state: DeliveryState;

  /** Its `data`. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  data: Record<string, unknown>;

  /** When it happened. */
  createdAt: string;

  /** When it is tried next; null: it is not. */
  @ApiProperty({ type: String, nullable: true })
  nextTryAt: string | null;

  @ApiProperty({ type: [WebhookTryView] })
  tries: WebhookTryView[];
}

/** What was sent of what an endpoint had missed. */
export class WebhookResentView {
  /** Messages on their way now. */
  resent: number;
}

export class WebhookDeliveryPage {
  @ApiProperty({ type: [WebhookDeliveryView] })
  items: WebhookDeliveryView[];

  /** Hand back as `cursor` for the following page; `null` ends the list. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export function webhookEvents(isStaff: boolean): WebhookEventView[] {
  return WEBHOOK_EVENT_NAMES.map((name) => ({ name, ...WEBHOOK_EVENTS[name] }))
    .filter(({ isForStaff }) => isForStaff || !isStaff)
    .map(({ name, says, members, isForStaff }) => ({ name, says, members: [...members], isForStaff }));
}

export function webhookView(row: WebhookEntity, me: Actor, skipped: number): WebhookView {
  const { id, url, description, events, programId, isStaff, state, failures } = row;
  const isDouble = row.previousUntil !== null && row.previousUntil > new Date();
  return {
    id,
    url,
    description,
    events,
    programId,
    isStaff,
    state,
    failures,
    failingSince: row.failingSince?.toISOString() ?? null,
    skipped,
    isSecretLeaked: row.secretLeakedAt !== null,
    previousUntil: isDouble ? (row.previousUntil?.toISOString() ?? null) : null,
    createdAt: row.createdAt.toISOString(),
    available: available(webhookWorkflow, state, me, {}),
  };
}

export function deliveryView(
  row: WebhookDeliveryEntity,
  tries: readonly WebhookTryEntity[],
): WebhookDeliveryView {
  const { id, event, state, payload, happenedAt, nextTryAt } = row;
  return {
    id,
    event,
    state,
    data: payload,
    createdAt: happenedAt.toISOString(),
    nextTryAt: state === 'queued' ? nextTryAt.toISOString() : null,
    tries: tries.map(({ at, status, fault, milliseconds }) => ({
      at: at.toISOString(),
      status,
      fault,
      milliseconds,
    })),
  };
}
