import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isLoopback } from '../../../platform/config/plain-http';
import { Settings } from '../../../platform/config/settings';
import { deriveKey, instanceSecret } from '../../../platform/config/secret';
import { fillSlots } from '../domain/links';

/**
 * The tokens of links in mails. A token is a MAC over the id of its proof under this installation's secret: it is made
 * when the mail leaves and when it comes back, and stands neither in an event nor in a notice nor in a stored mail.
 */
@Injectable()
export class MailTokens {
  private readonly key: Buffer;
  private readonly isLoopback: boolean;

  constructor(settings: Settings) {
    this.key = deriveKey(instanceSecret(settings), 'links in mails');
    this.isLoopback = isLoopback(settings.host);
  }

  tokenOf(proofId: string): string {
    return createHmac('sha256', this.key).update(proofId).digest('base64url');
  }

  /** What the database holds of a token: 256 bits that nobody can guess, so a plain hash cannot be reversed. */
  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  /** The mail as it leaves, with its tokens in place. */
  fill(text: string): string {
    return fillSlots(text, (proofId) => this.tokenOf(proofId));
  }

  /**
   * The mail as staff may see it where no mail server is set: with its tokens on a machine that only its owner
   * reaches, without them elsewhere, or whoever reads the outbox could take over every account.
   */
  show(text: string): string {
    return this.isLoopback ? this.fill(text) : fillSlots(text, () => '(only in the mail itself)');
  }
}
