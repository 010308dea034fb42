import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';

const NONCE = 12;
const TAG = 16;

/** Keeps secrets of code apps, which must be read again, encrypted (AES-256-GCM, bound to their owner), and recovery codes as MACs. */
@Injectable()
export class Sealing {
  private readonly key: Buffer;
  private readonly pepper: Buffer;

  constructor(settings: Settings) {
    const secret = instanceSecret(settings);
    this.key = deriveKey(secret, 'code apps');
    this.pepper = deriveKey(secret, 'recovery codes');
  }

  seal(personId: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(personId));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when it was sealed for somebody else, or under another secret of the installation. */
  open(personId: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(personId))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
  }

  codeHash(personId: string, code: string): Buffer {
    return createHmac('sha256', this.pepper).update(`${personId}\n${code}`).digest();
  }
}
