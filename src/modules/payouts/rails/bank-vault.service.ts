import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';

const NONCE = 12;
const TAG = 16;

/** Keeps account numbers and the files that name them encrypted (AES-256-GCM, bound to their row), and marks of accounts as MACs. */
@Injectable()
export class BankVault {
  private readonly key: Buffer;
  private readonly pepper: Buffer;

  constructor(settings: Settings) {
    const secret = instanceSecret(settings);
    this.key = deriveKey(secret, 'bank accounts');
    this.pepper = deriveKey(secret, 'bank account marks');
  }

  seal(id: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(id));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when it was sealed for another row, or under another secret of the installation. */
  open(id: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(id))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Says whether two accounts are the same, and nothing else. */
  mark(text: string): string {
    return createHmac('sha256', this.pepper).update(text).digest('hex');
  }
}
