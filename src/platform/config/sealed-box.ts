import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Settings } from './settings';
import { deriveKey, instanceSecret } from './secret';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * What must be read again and yet not lie open in the database: AES-256-GCM under a key for one purpose, bound to the row
 * it belongs to. A box is nonce (12 bytes), tag (16), body.
 */
export class SealedBox {
  private readonly key: Buffer;

  /** `purpose` names the key; a box opens under its own purpose only. */
  constructor(settings: Settings, purpose: string) {
    this.key = deriveKey(instanceSecret(settings), purpose);
  }

  /** `owner`: the id of the row or person; moved to another one it does not open. */
  seal(owner: string, text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(owner));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when it was altered, sealed for another owner, or under another secret of the installation. */
  open(owner: string, box: Buffer): string {
    const decipher = createDecipheriv(CIPHER, this.key, box.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(owner))
      .setAuthTag(box.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }
}
