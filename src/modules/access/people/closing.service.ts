import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, personStopped, securityChanged } from '../contract';
import { FactorRepository } from '../factors/factor.repository';
import { LinkService } from '../proofs/link.service';
import { SessionRepository } from '../sessions/session.repository';
import type { PersonEntity } from './person.entity';
import { PersonRepository } from './person.repository';

/** What an administrator does to an account: close and open it, end its sessions, help after a lost phone, invite again. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonRepository,
    private readonly sessions: SessionRepository,
    private readonly factors: FactorRepository,
    private readonly links: LinkService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Closes an account: its sessions and links end in this very moment, its API keys are refused within a second and for as
   * long as it is closed. Closing a closed one is success. Refuses `not_yourself`, `last_admin`, `not_found`.
   */
  async close(me: Actor, personId: string, reason: string): Promise<void> {
    await this.change(me, personId, async (tx) => {
      const admins = await this.people.lockAdmins(tx);
      if (admins.length === 1 && admins[0] === personId) throw refusal(accessRefusals, 'last_admin');
      if (!(await this.people.setActive(tx, personId, false))) return;
      await this.sessions.revoke(tx, personId, {});
      await this.links.endAll(tx, personId);
      await this.outbox.add(tx, personStopped, { personId, isActive: false, reason, by: me.id });
    });
  }

  /** Opens a closed account again; its keys work as before. Refuses `not_yourself`, `not_found`. */
  async reopen(me: Actor, personId: string, reason: string): Promise<void> {
    await this.change(me, personId, async (tx) => {
      if (!(await this.people.setActive(tx, personId, true))) return;
      await this.outbox.add(tx, personStopped, { personId, isActive: true, reason, by: me.id });
    });
  }

  /** Ends all sessions of somebody; how many. Refuses `not_yourself`, `not_found`. */
  async endSessions(me: Actor, personId: string): Promise<number> {
    return this.change(me, personId, async (tx) => {
      const ended = await this.sessions.revoke(tx, personId, {});
      await this.tell(tx, me, personId, 'sessions_ended', String(ended));
      return ended;
    });
  }

  /** Takes away second factors that somebody lost, with all their sessions. Refuses `not_yourself`, `not_found`. */
  async clearFactors(me: Actor, personId: string): Promise<void> {
    await this.change(me, personId, async (tx) => {
      await this.factors.clear(tx, personId);
      await this.sessions.revoke(tx, personId, {});
      await this.tell(tx, me, personId, 'second_factor_cleared', '');
    });
  }

  /** Sends an invitation again; the earlier link stops working. Refuses `already_joined`, `not_found`. */
  async inviteAgain(me: Actor, personId: string): Promise<void> {
    await this.change(me, personId, async (tx, person) => {
      const isInvited = person.verifiedAt === null && person.passwordHash === null;
      if (!isInvited || person.deactivatedAt !== null) throw refusal(accessRefusals, 'already_joined');
      await this.links.issue(tx, person, 'invitation', me.id);
    });
  }

  private async change<T>(
    me: Actor,
    personId: string,
    work: (tx: Tx, person: PersonEntity) => Promise<T>,
  ): Promise<T> {
    if (personId === me.id) throw refusal(accessRefusals, 'not_yourself');
    return this.db.tx(async (tx) => {
      const person = await this.people.lock(tx, personId);
      if (person === null) throw refusal(accessRefusals, 'not_found');
      return work(tx, person);
    });
  }

  private async tell(
    tx: Tx,
    me: Actor,
    personId: string,
    what: 'sessions_ended' | 'second_factor_cleared',
    detail: string,
  ): Promise<void> {
    await this.outbox.add(tx, securityChanged, { personId, what, detail, by: me.id });
  }
}
