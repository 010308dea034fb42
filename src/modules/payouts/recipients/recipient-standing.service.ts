import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { recipientMoved } from '../contract';
import type { PayoutRail, RailKey, RailRecipient, RecipientTry } from '../domain/rail';
import type { RecipientEntity } from './recipient.entity';
import { RecipientRepository } from './recipient.repository';

/** Writes what the rail said, and tells whoever must know. */
@Injectable()
export class RecipientStandingService {
  constructor(
    private readonly db: Database,
    private readonly recipients: RecipientRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /** With `act` it is an act of the person's; the first way of being paid is the chosen one. */
  async save(rail: PayoutRail, me: Actor, seen: RailRecipient, act: string | null): Promise<void> {
    await this.db.tx(async (tx) => {
      const before = await this.recipients.findOf(me.id, rail.key, tx);
      await this.recipients.save(tx, me.id, rail.key, rail.mode, seen);
      if (before === null && !(await this.hasChosen(tx, me.id)))
        await this.recipients.choose(tx, me.id, rail.key);
      const { standing, last4 } = seen;
      const note = { rail: rail.key, standing, last4 };
      if (act !== null) await this.audit.record(tx, me, act, me.id, note);
      const hasNewAccount = before !== null && before.mark !== null && before.mark !== seen.fingerprint;
      if (before?.standing === standing && !hasNewAccount) return;
      await this.outbox.add(tx, recipientMoved, { personId: me.id, rail: rail.key, standing, hasNewAccount });
    });
  }

  async choose(me: Actor, { rail, id }: RecipientEntity): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.recipients.choose(tx, me.id, rail);
      await this.audit.record(tx, me, 'payouts.choose_recipient', id, { rail });
    });
  }

  async note(me: Actor, act: string, id: string, note: Readonly<Record<string, unknown>>): Promise<void> {
    await this.db.tx((tx) => this.audit.record(tx, me, act, id, note));
  }

  /** Written down before the rail is asked. */
  async begin(rail: RailKey, personId: string): Promise<RecipientTry> {
    return this.db.tx((tx) => this.recipients.beginTry(tx, personId, rail));
  }

  async giveUp(rail: RailKey, personId: string, { number }: RecipientTry): Promise<void> {
    await this.db.tx((tx) => this.recipients.endTry(tx, personId, rail, number));
  }

  private async hasChosen(tx: Tx, personId: string): Promise<boolean> {
    return (await this.recipients.listOfAll(tx, [personId])).some(({ isChosen }) => isChosen);
  }
}
