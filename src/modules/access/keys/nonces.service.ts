import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../../kernel/clock';
import { Settings } from '../../../platform/config/settings';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';

/** After this time there is a new one; the one before is good for as long again. */
export const NONCE_LASTS = 3 * MINUTE;

/**
 * Words that a proof of possession must repeat (RFC 9449 §8): a proof cannot be made long before it is used, and the
 * clock of whoever makes it does not matter. A MAC over the time, so every process knows each without asking.
 */
@Injectable()
export class Nonces {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = deriveKey(instanceSecret(settings), 'nonces of proofs');
  }

  now(at = Date.now()): string {
    return this.ofTurn(Math.floor(at / NONCE_LASTS));
  }

  /** Whether it is the present one or the one before. */
  isGood(nonce: unknown, at = Date.now()): boolean {
    const turn = Math.floor(at / NONCE_LASTS);
    return typeof nonce === 'string' && [turn, turn - 1].some((it) => isSame(nonce, this.ofTurn(it)));
  }

  private ofTurn(turn: number): string {
    return createHmac('sha256', this.key).update(String(turn)).digest('base64url').slice(0, 24);
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
