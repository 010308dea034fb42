import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { newKeyText, type KeyKind } from '../domain/key-format';

/** What is stored of a key, and the one text that is shown once. */
export interface MintedKey {
  readonly secret: string;
  readonly secretHash: Buffer;
  /** Name of the pepper. */
  readonly pepper: string;
  readonly prefix: string;
  readonly lastFour: string;
}

interface Pepper {
  readonly name: string;
  readonly key: Buffer;
}

function pepperOf(secret: string): Pepper {
  const key = deriveKey(secret, 'api keys');
  return { name: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
}

/**
 * Makes API keys and turns them into what the database holds: an HMAC under a pepper that the database does not know.
 * The pepper comes from the installation's secret; the secrets before it still open what was hashed under them.
 */
@Injectable()
export class KeySecrets {
  private readonly peppers: readonly [Pepper, ...Pepper[]];

  constructor(settings: Settings) {
    this.peppers = [pepperOf(instanceSecret(settings)), ...(settings.previousSecrets ?? []).map(pepperOf)];
  }

  mint(kind: KeyKind = 'live'): MintedKey {
    const secret = newKeyText(kind);
    const pepper = this.peppers[0].name;
    return {
      secret,
      secretHash: this.hash(secret),
      pepper,
      prefix: secret.slice(0, `atl_${kind}_`.length + 4),
      lastFour: secret.slice(-4),
    };
  }

  /** A fast hash is right here: 178 random bits cannot be guessed, however fast the guessing. */
  hash(secret: string): Buffer {
    return this.hashes(secret)[0] as Buffer;
  }

  /** Under every pepper, the present one first. */
  hashes(secret: string): Buffer[] {
    return this.peppers.map(({ key }) => createHmac('sha256', key).update(secret).digest());
  }

  /** Name of the present pepper. */
  get pepper(): string {
    return this.peppers[0].name;
  }
}
