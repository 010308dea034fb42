import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Signing secrets of endpoints. They are needed in clear to sign, so they are sealed, not hashed: the database alone opens none. */
@Injectable()
export class WebhookSecrets {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(instanceSecret(settings), 'webhook secrets');
  }

  /** `whsec_` and 32 random bytes: shown once. */
  mint(): string {
    return `whsec_${randomBytes(32).toString('base64')}`;
  }

  /** Seals for one endpoint: a sealed secret moved to another row does not open. */
  seal(webhookId: string, secret: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(webhookId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the box was altered, or sealed under another installation's secret. */
  open(webhookId: string, box: Buffer): string {
    const decipher = createDecipheriv(CIPHER, this.key, box.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(webhookId))
      .setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const sealed = box.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
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
