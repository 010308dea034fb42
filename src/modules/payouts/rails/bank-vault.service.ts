import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedBox } from '../../../platform/config/sealed-box';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { Settings } from '../../../platform/config/settings';

/** Keeps account numbers and the files that name them sealed to their row, and marks of accounts as MACs. */
@Injectable()
export class BankVault {
  private readonly box: SealedBox;
  private readonly pepper: Buffer;

  constructor(settings: Settings) {
    this.box = new SealedBox(settings, 'bank accounts');
    this.pepper = deriveKey(instanceSecret(settings), 'bank account marks');
  }

  seal(id: string, text: string): Buffer {
    return this.box.seal(id, text);
  }

  /** Throws when it was sealed for another row, or under another secret of the installation. */
  open(id: string, sealed: Buffer): string {
    return this.box.open(id, sealed);
  }

  /** Says whether two accounts are the same, and nothing else. */
  mark(text: string): string {
    return createHmac('sha256', this.pepper).update(text).digest('hex');
  }
}
