import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, securityChanged } from '../contract';
import type { Visit } from '../access.guard';
import { isStaff } from '../domain/gate';
import { SessionRepository } from '../sessions/session.repository';
import { FactorRepository } from './factor.repository';
import { PasskeyRepository, type PasskeyRow } from './passkey.repository';
import { WebAuthnService, type RegistrationAnswer } from './web-authn.service';

const MOST_PASSKEYS = 10;

/** Passkeys of a person: added, named, removed. Each is a second factor by itself: something held, opened by finger or PIN. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly db: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly factors: FactorRepository,
    private readonly webAuthn: WebAuthnService,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
  ) {}

  async list(me: Actor): Promise<PasskeyRow[]> {
    return this.passkeys.list(me.id);
  }

  /** Registers what the browser made; this session has shown a second factor then. Refuses `passkey_refused`, `too_many_passkeys`. */
  async add(visit: Visit, challengeId: string, answer: RegistrationAnswer, name: string): Promise<void> {
    const { me, sessionId } = visit;
    const made = await this.webAuthn.registered(visit, challengeId, answer);
    await this.db.tx(async (tx) => {
      if ((await this.passkeys.list(me.id, tx)).length >= MOST_PASSKEYS)
        throw refusal(accessRefusals, 'too_many_passkeys');
      const isNew = await this.passkeys.insert(tx, { id: newId('pky'), personId: me.id, name, ...made });
      if (!isNew) throw refusal(accessRefusals, 'passkey_refused');
      if (sessionId !== null) await this.sessions.prove(tx, sessionId, true, null);
      await this.tell(tx, me, 'passkey_added', name);
    });
  }

  /** Refuses `not_found`. */
  async rename(me: Actor, id: string, name: string): Promise<void> {
    const isMine = await this.db.tx((tx) => this.passkeys.rename(tx, me.id, id, name));
    if (!isMine) throw refusal(accessRefusals, 'not_found');
  }

  /** Staff keep another factor. Refuses `not_found` and `last_factor`. */
  async remove(me: Actor, id: string): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.factors.lockPerson(tx, me.id);
      const mine = await this.passkeys.list(me.id, tx);
      const gone = mine.find((passkey) => passkey.id === id);
      if (gone === undefined) throw refusal(accessRefusals, 'not_found');
      const { codeAppAt } = await this.factors.summary(me.id, tx);
      const isLast = mine.length === 1 && codeAppAt === null;
      if (isLast && isStaff(me.roles)) throw refusal(accessRefusals, 'last_factor');
      await this.passkeys.remove(tx, me.id, id);
      if (isLast) await this.factors.replaceCodes(tx, me.id, []);
      await this.tell(tx, me, 'passkey_removed', gone.name);
    });
  }

  private async tell(
    tx: Tx,
    me: Actor,
    what: 'passkey_added' | 'passkey_removed',
    detail: string,
  ): Promise<void> {
    await this.outbox.add(tx, securityChanged, { personId: me.id, what, detail, by: me.id });
  }
}
