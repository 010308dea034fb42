import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { recipientMoved } from '../contract';
import type { PayoutRail, RailRecipient } from '../domain/rail';
import { RecipientRepository } from '../recipients/recipient.repository';

/** Why an account is of no use any more: its owner took our permission away. */
const GONE = 'account.application.deauthorized';

/** Brings what we know of a payee's account to what the rail says. */
@Injectable()
export class AccountWatch {
  constructor(
    private readonly db: Database,
    private readonly recipients: RecipientRepository,
    private readonly outbox: Outbox,
  ) {}

  /** An account of nobody here is left alone. */
  async look(rail: PayoutRail, ref: string, isGone: boolean): Promise<void> {
    const known = await this.recipients.findByRef(rail.key, ref);
    if (known === null) return;
    const seen: RailRecipient = isGone
      ? {
          ref,
          standing: 'disabled',
          requirements: [GONE],
          country: known.country,
          fingerprint: known.mark,
          last4: known.last4,
        }
      : await rail.recipientStatus(ref);
    const { personId } = known;
    await this.db.tx(async (tx) => {
      const before = await this.recipients.findOf(personId, rail.key, tx);
      if (before?.ref !== ref) return;
      await this.recipients.save(tx, personId, rail.key, rail.mode, seen);
      const hasNewAccount = before.mark !== null && before.mark !== seen.fingerprint;
      if (before.standing === seen.standing && !hasNewAccount) return;
      const { standing } = seen;
      await this.outbox.add(tx, recipientMoved, { personId, rail: rail.key, standing, hasNewAccount });
    });
  }
}
