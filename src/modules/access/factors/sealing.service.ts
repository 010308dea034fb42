import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { SealedBox } from '../../../platform/config/sealed-box';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';

/** Keeps secrets of code apps, which must be read again, sealed to their owner, and recovery codes as MACs. */
@Injectable()
export class Sealing {
  private readonly box: SealedBox;
  private readonly pepper: Buffer;

  constructor(settings: Settings) {
    this.box = new SealedBox(settings, 'code apps');
    this.pepper = deriveKey(instanceSecret(settings), 'recovery codes');
  }

  seal(personId: string, text: string): Buffer {
    return this.box.seal(personId, text);
  }

  /** Throws when it was sealed for somebody else, or under another secret of the installation. */
  open(personId: string, sealed: Buffer): string {
    return this.box.open(personId, sealed);
  }

  codeHash(personId: string, code: string): Buffer {
    return createHmac('sha256', this.pepper).update(`${personId}\n${code}`).digest();
  }
}
