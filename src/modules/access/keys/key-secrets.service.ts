import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { BASE62, BODY_LENGTH, formatKey, type KeyKind } from '../domain/key-format';

/** What is stored of a key, and the one text that is shown once. */
export interface MintedKey {
  readonly secret: string;
  readonly secretHash: Buffer;
  readonly prefix: string;
  readonly lastFour: string;
}

/** Makes API keys and turns them into what the database holds: an HMAC under a pepper that the database does not know. */
@Injectable()
export class KeySecrets {
  private readonly pepper: Buffer;

  constructor(settings: Settings) {
    this.pepper = deriveKey(instanceSecret(settings), 'api keys');
  }

  mint(kind: KeyKind = 'live'): MintedKey {
    const body = Array.from({ length: BODY_LENGTH }, () => BASE62.charAt(randomInt(BASE62.length))).join('');
    const secret = formatKey(kind, body);
    return {
      secret,
      secretHash: this.hash(secret),
      prefix: secret.slice(0, `atl_${kind}_`.length + 4),
      lastFour: secret.slice(-4),
    };
  }

  /** A fast hash is right here: 178 random bits cannot be guessed, however fast the guessing. */
  hash(secret: string): Buffer {
    return createHmac('sha256', this.pepper).update(secret).digest();
  }
}
