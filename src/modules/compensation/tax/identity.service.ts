import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';

const NONCE = 12;
const TAG = 16;

/** Who somebody is before the tax office: what a form says, and of the number the last four characters only. */
export interface TaxIdentity {
  readonly legalName: string;
  readonly address: string;
  readonly numberEnd: string;
  /** `YYYY-MM-DD`, where a form asks for it. */
  readonly bornOn: string | null;
}

/** Keeps identities encrypted at rest (AES-256-GCM, bound to their owner). They are in no log, event or audit entry. */
@Injectable()
export class IdentitySealing {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(instanceSecret(settings), 'tax identities');
  }

  seal(personId: string, identity: TaxIdentity): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(personId));
    const body = Buffer.concat([cipher.update(JSON.stringify(identity), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when it was sealed for somebody else, or under another secret of the installation. */
  open(personId: string, sealed: Buffer): TaxIdentity {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.from(personId))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const body = sealed.subarray(NONCE + TAG);
    return JSON.parse(decipher.update(body, undefined, 'utf8') + decipher.final('utf8')) as TaxIdentity;
  }
}
