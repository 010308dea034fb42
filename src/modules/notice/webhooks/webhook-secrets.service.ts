import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { SealedBox } from '../../../platform/config/sealed-box';
import { Settings } from '../../../platform/config/settings';
import { newKeyText, plainKey, signingSecretOf } from '../../access/contract';

/** Signing secrets of endpoints. They are needed in clear to sign, so they are sealed, not hashed: the database alone opens none. */
@Injectable()
export class WebhookSecrets {
  private readonly box: SealedBox;

  constructor(settings: Settings) {
    this.box = new SealedBox(settings, 'webhook secrets');
  }

  /** `whsec_` and the base64 of a text that scanners recognise as ours, 178 random bits of it: shown once. */
  mint(): string {
    return signingSecretOf(newKeyText('whs'));
  }

  /** What a report of a leak is compared with. */
  print(secret: string): Buffer {
    return createHash('sha256').update(plainKey(secret)).digest();
  }

  /** Seals for one endpoint: a sealed secret moved to another row does not open. */
  seal(webhookId: string, secret: string): Buffer {
    return this.box.seal(webhookId, secret);
  }

  /** Throws when the box was altered, or sealed under another installation's secret. */
  open(webhookId: string, sealed: Buffer): string {
    return this.box.open(webhookId, sealed);
  }

  /** The headers of Standard Webhooks 1.0; one signature for each secret that is valid now. */
  headers(secrets: readonly string[], id: string, at: Date, body: string): Record<string, string> {
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
    };
  }
}
