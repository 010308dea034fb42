import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { HOUR, later } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outgoing, OutgoingError } from '../../../platform/http/outgoing';
import { AuditService } from '../../audit';
import { noticeRefusals } from '../contract';
import { WEBHOOK_EVENTS, type WebhookEventName } from '../domain/webhook-events';
import { webhookWorkflow, type WebhookVerb } from '../domain/webhook.workflow';
import {
  webhookView,
  type NewWebhookView,
  type WebhookBody,
  type WebhookChangeBody,
  type WebhookView,
} from './webhook.dto';
import type { WebhookEntity } from './webhook.entity';
import { WebhookRows } from './webhook-sender.service';

const MOST_WEBHOOKS = 10;
/** How long the previous secret signs too, after a rotation. */
const OVERLAP = 24 * HOUR;

const isStaff = (me: Actor): boolean => hasRole(me, 'manager') || hasRole(me, 'admin');
const hostOf = (url: string): string => new URL(url).host;

/** The foreign key knows which programmes there are; this module does not. */
function noSuchProgramme(error: unknown): never {
  if ((error as { code?: string }).code !== '23503') throw error;
  throw refusal(noticeRefusals, 'not_found', { detail: 'There is no such programme.' });
}

/** Endpoints of artists (what is theirs) and of managers (what happens in programmes). Each sees only their own. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly db: Database,
    private readonly rows: WebhookRows,
    private readonly outgoing: Outgoing,
    private readonly audit: AuditService,
  ) {}

  async list(me: Actor): Promise<WebhookView[]> {
    const rows = await this.rows.webhooks.listOf(me.id);
    const skipped = await this.rows.deliveries.countSkipped(rows.map(({ id }) => id));
    return rows.map((row) => webhookView(row, me, skipped.get(row.id) ?? 0));
  }

  /**
   * A new endpoint with its secret, shown this once. Not repeatable by Idempotency-Key, because that would store the
   * secret: a repeated request meets the address. Refuses `address_refused`, `webhook_exists`, `too_many_webhooks`.
   */
  async create(me: Actor, { url, description, events, programId }: WebhookBody): Promise<NewWebhookView> {
    const address = this.checked(url);
    this.checkEvents(me, events);
    const id = newId('whk');
    const secret = this.rows.secrets.mint();
    const box = this.rows.secrets.seal(id, secret);
    const row = {
      id,
      personId: me.id,
      programId: programId ?? null,
      isStaff: isStaff(me),
      url: address,
      description,
      events,
      secret: box,
      secretPrint: this.rows.secrets.print(secret),
    };
    return this.db.tx(async (tx) => {
      if ((await this.rows.webhooks.countOf(tx, me.id)) >= MOST_WEBHOOKS)
        throw refusal(noticeRefusals, 'too_many_webhooks');
      const isNew = await this.rows.webhooks.insert(tx, row).catch(noSuchProgramme);
      if (!isNew) throw refusal(noticeRefusals, 'webhook_exists');
      await this.audit.record(tx, me, 'webhook.create', id, { host: hostOf(address), events });
      return { ...(await this.view(tx, me, id)), secret };
    });
  }

  /** Other address, other words, other events. Refuses as `create` does. */
  async change(me: Actor, id: string, { url, description, events }: WebhookChangeBody): Promise<WebhookView> {
    // `null` counts as absent, as everywhere where a member may be left out.
    const address = (url ?? null) === null ? undefined : this.checked(url as string);
    this.checkEvents(me, events ?? []);
    return this.db.tx(async (tx) => {
      const row = await this.own(me, id, tx);
      const change = {
        url: address ?? row.url,
        description: description ?? row.description,
        events: events ?? row.events,
      };
      const others = await this.rows.webhooks.listOf(me.id);
      if (others.some((other) => other.id !== id && other.url === change.url))
        throw refusal(noticeRefusals, 'webhook_exists');
      await this.rows.webhooks.change(tx, id, change);
      await this.audit.record(tx, me, 'webhook.change', id, {
        host: hostOf(change.url),
        events: change.events,
      });
      return this.view(tx, me, id);
    });
  }

  /** A new secret, shown this once; the old one signs beside it for 24 hours. */
  async rotate(me: Actor, id: string): Promise<NewWebhookView> {
    const secret = this.rows.secrets.mint();
    return this.db.tx(async (tx) => {
      const row = await this.own(me, id, tx);
      const isKnown = row.secretLeakedAt === null; // else it took the place of a leaked one
      await this.rows.webhooks.change(tx, id, {
        secret: this.rows.secrets.seal(id, secret),
        secretPrint: this.rows.secrets.print(secret),
        secretLeakedAt: null,
        ...(isKnown
          ? {
              previousSecret: row.secret,
              previousPrint: row.secretPrint,
              previousUntil: later(new Date(), OVERLAP),
            }
          : {}),
      });
      await this.audit.record(tx, me, 'webhook.rotate', id);
      return { ...(await this.view(tx, me, id)), secret };
    });
  }

  /** Pause, resume, remove. Asking for the state it is in is success. Refuses `not_found`, `wrong_state`. */
  async move(me: Actor, id: string, verb: WebhookVerb): Promise<WebhookView> {
    return this.db.tx(async (tx) => {
      const row = await this.own(me, id, tx);
      const decision = decide(webhookWorkflow, row.state, verb, me, {});
      if (decision.kind === 'refused')
        throw refusedMove(noticeRefusals, decision.code, webhookWorkflow, row.state, verb);
      const skipped = (await this.rows.deliveries.countSkipped([id], tx)).get(id) ?? 0;
      if (decision.kind === 'already') return webhookView(row, me, skipped);
      const move = { id, verb, from: row.state, to: decision.to, actor: me };
      const moved =
        verb === 'remove'
          ? await this.rows.webhooks.remove(tx, move)
          : await this.rows.webhooks.move(tx, move);
      if (!moved) throw refusal(noticeRefusals, 'wrong_state');
      if (verb === 'resume') await this.rows.webhooks.forgive(tx, id);
      await this.audit.record(tx, me, `webhook.${verb}`, id, { from: row.state });
      const isClean = verb === 'resume' && { failures: 0, failingSince: null };
      return webhookView({ ...row, ...isClean, state: decision.to }, me, skipped);
    });
  }

  private async view(tx: Tx, me: Actor, id: string): Promise<WebhookView> {
    const skipped = await this.rows.deliveries.countSkipped([id], tx);
    return webhookView(await this.own(me, id, tx), me, skipped.get(id) ?? 0);
  }

  private async own(me: Actor, id: string, tx: Tx): Promise<WebhookEntity> {
    const row = await this.rows.webhooks.findOwn(me.id, id, tx);
    if (row === null) throw refusal(noticeRefusals, 'not_found');
    return row;
  }

  private checked(url: string): string {
    try {
      return this.outgoing.check(url).href;
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      throw refusal(noticeRefusals, 'address_refused', { fault: error.fault });
    }
  }

  private checkEvents(me: Actor, events: readonly WebhookEventName[]): void {
    const closed = isStaff(me) ? events.filter((name) => !WEBHOOK_EVENTS[name].isForStaff) : [];
    if (closed.length > 0) throw refusal(noticeRefusals, 'event_not_yours', { events: closed });
  }
}
