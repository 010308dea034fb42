import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { DomainEvent } from '../../../kernel/event';
import type { Tx } from '../../../platform/db/database';
import { On } from '../../../platform/outbox/listener.registry';
import { Outbox } from '../../../platform/outbox/outbox';
import { secretReported, type SecretReported } from '../../access';
import { AuditService } from '../../audit';
import { webhookSecretLeaked } from '../contract';
import { WebhookRows } from './webhook-sender.service';

/** Ends signing secrets that others can read. What was sent with them stays; what is sent next nobody can forge. */
@Injectable()
export class WebhookLeakListener {
  constructor(
    private readonly rows: WebhookRows,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A secret in use is replaced by one that nobody knows and its endpoint waits, disabled, until its owner takes a new
   * one; one that only signs along after a rotation ends at once, and nothing else changes. Safe twice.
   */
  @On(secretReported)
  async end(tx: Tx, { payload }: DomainEvent<SecretReported>): Promise<void> {
    const { webhooks, secrets } = this.rows;
    const print = Buffer.from(payload.print, 'hex');
    const row = await webhooks.lockByPrint(tx, print);
    if (row === null) return;
    const { id, personId, state, url } = row;
    const isCurrent = row.secretPrint?.equals(print) === true;
    await webhooks.change(tx, id, {
      previousSecret: null,
      previousPrint: null,
      previousUntil: null,
      ...(isCurrent && {
        secret: secrets.seal(id, secrets.mint()),
        secretPrint: null,
        secretLeakedAt: new Date(),
      }),
    });
    const note = { fault: 'secret_leaked' };
    if (isCurrent && state === 'active')
      await webhooks.move(tx, { id, verb: 'disable', from: 'active', to: 'disabled', actor: SYSTEM, note });
    const { place } = payload;
    await this.audit.record(tx, SYSTEM, 'webhook.end_leaked_secret', id, { place, isCurrent });
    const { host } = new URL(url);
    await this.outbox.add(tx, webhookSecretLeaked, { webhookId: id, personId, host, isCurrent, place });
  }
}
