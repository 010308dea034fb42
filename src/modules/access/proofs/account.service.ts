import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import type { Visit } from '../access.guard';
import { accessRefusals, emailVerified, securityChanged, type EmailVerified } from '../contract';
import type { PersonEntity } from '../people/person.entity';
import { PersonRepository } from '../people/person.repository';
import { PasswordService } from '../people/password.service';
import { SessionRepository } from '../sessions/session.repository';
import type { JoinBody, PasswordChangeBody, ResetBody } from './account.dto';
import { LinkService } from './link.service';

/** What the links in mails do, and the password. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonRepository,
    private readonly passwords: PasswordService,
    private readonly links: LinkService,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Proves the address of a sign-up. Refuses `link_dead`. */
  async verify(token: string): Promise<string> {
    return this.db.tx(async (tx) => {
      const person = await this.links.consume(tx, token, 'verification');
      await this.verified(tx, person, 'verification');
      return person.email;
    });
  }

  /**
   * A new password by the link of a mail. All sessions and other links end; second factors stay, so the mailbox alone
   * does not open the account. Refuses `link_dead` and `weak_password`.
   */
  async reset({ token, password }: ResetBody): Promise<void> {
    const { person: seen } = await this.links.look(token, 'reset');
    const passwordHash = await this.passwords.hash(password, seen);
    await this.db.tx(async (tx) => {
      const person = await this.links.consume(tx, token, 'reset');
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.verified(tx, person, 'reset');
      await this.links.endAll(tx, person.id);
      await this.sessions.revoke(tx, person.id, {});
      await this.tell(tx, person.id, 'password_reset');
    });
  }

  /** Changes the password and ends all other sessions. Refuses `proof_wrong` and `weak_password`. */
  async changePassword({ me, sessionId }: Visit, { current, next }: PasswordChangeBody): Promise<void> {
    const person = await this.people.find(me.id);
    if (person === null) throw refusal(accessRefusals, 'sign_in_required');
    const mayChange = person.passwordHash === null || (await this.passwords.isRight(me.id, current));
    if (!mayChange) {
      throw refusal(accessRefusals, 'proof_wrong', { detail: 'The password of now is not right.' });
    }
    const passwordHash = await this.passwords.hash(next, person);
    await this.db.tx(async (tx) => {
      await this.people.setPassword(tx, me.id, passwordHash);
      await this.links.endAll(tx, me.id);
      await this.sessions.revoke(tx, me.id, { except: sessionId });
      await this.tell(tx, me.id, 'password_changed');
    });
  }

  /** What an invitation offers. Refuses `link_dead`. */
  async invitation(token: string): Promise<{ person: PersonEntity; expiresAt: Date }> {
    return this.links.look(token, 'invitation');
  }

  /** Answers an invitation: the account opens with this name and password. Refuses `link_dead` and `weak_password`. */
  async join({ token, name, password }: JoinBody): Promise<PersonEntity> {
    const { person: seen } = await this.links.look(token, 'invitation');
    const passwordHash = await this.passwords.hash(password, { ...seen, name });
    return this.db.tx(async (tx) => {
      const person = await this.links.consume(tx, token, 'invitation');
      await this.people.setName(tx, person.id, name.trim());
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.verified(tx, { ...person, name: name.trim() }, 'invitation');
      return { ...person, name: name.trim() };
    });
  }

  /** The organisation vouches for the address: an open invitation is answered by that. */
  async knownByOrganisation(person: PersonEntity): Promise<void> {
    if (person.verifiedAt !== null) return;
    await this.db.tx(async (tx) => {
      await this.verified(tx, person, 'oidc');
      await this.links.endAll(tx, person.id);
    });
  }

  private async verified(tx: Tx, { id, name }: PersonEntity, by: EmailVerified['by']): Promise<void> {
    if (await this.people.verify(tx, id))
      await this.outbox.add(tx, emailVerified, { personId: id, name, by });
  }

  private async tell(tx: Tx, personId: string, what: 'password_changed' | 'password_reset'): Promise<void> {
    await this.outbox.add(tx, securityChanged, { personId, what, detail: '', by: personId });
  }
}
