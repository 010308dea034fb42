import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, securityChanged } from '../contract';
import { isStaff } from '../domain/gate';
import { PeopleService } from '../people/people.service';
import { SessionRepository } from '../sessions/session.repository';
import { FactorRepository } from './factor.repository';
import { Sealing } from './sealing.service';

/** Seconds that a phone's clock may be off, either way: one code. */
const TOLERANCE = 30;

/** Codes of an authenticator app (TOTP, RFC 6238). Each is taken once. */
@Injectable()
export class CodeAppService {
  constructor(
    private readonly db: Database,
    private readonly factors: FactorRepository,
    private readonly sealing: Sealing,
    private readonly people: PeopleService,
    private readonly sessions: SessionRepository,
    private readonly outbox: Outbox,
  ) {}

  /** A fresh secret for the app, which counts for nothing until `confirm`. Refuses `code_app_there`. */
  async begin(me: Actor): Promise<{ secret: string; uri: string }> {
    const secret = generateSecret();
    const person = await this.people.find(me.id);
    const isNew = await this.db.tx((tx) =>
      this.factors.beginCodeApp(tx, me.id, this.sealing.seal(me.id, secret)),
    );
    if (!isNew) throw refusal(accessRefusals, 'code_app_there');
    return { secret, uri: generateURI({ issuer: 'Atelier', label: person?.email ?? me.id, secret }) };
  }

  /**
   * The first code of the app: from now on it is a second factor, and this session has shown it. Refuses `no_code_app`,
   * `code_app_there` and `proof_wrong`.
   */
  async confirm(me: Actor, sessionId: string | null, code: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const app = await this.factors.lockCodeApp(tx, me.id);
      if (app === null) throw refusal(accessRefusals, 'no_code_app');
      if (app.isConfirmed) throw refusal(accessRefusals, 'code_app_there');
      if (!(await this.check(tx, me.id, code, false))) throw refusal(accessRefusals, 'proof_wrong');
      if (sessionId !== null) await this.sessions.prove(tx, sessionId, true, null);
      await this.tell(tx, me, 'code_app_added');
    });
  }

  /** Whether the code is right and not yet used; it is used then. `isConfirmed: false` looks at an app that is being set up. */
  async check(tx: Tx, personId: string, code: string, isConfirmed = true): Promise<boolean> {
    const app = await this.factors.lockCodeApp(tx, personId);
    if (app === null || app.isConfirmed !== isConfirmed) return false;
    const result = await verify({
      secret: this.sealing.open(personId, app.sealed),
      token: code,
      epochTolerance: TOLERANCE,
      afterTimeStep: app.lastStep,
    });
    if (!result.valid || !('timeStep' in result)) return false;
    await this.factors.useStep(tx, personId, result.timeStep);
    return true;
  }

  /** Removes the app; staff keep another factor. Refuses `no_code_app` and `last_factor`. */
  async remove(me: Actor): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.factors.lockPerson(tx, me.id);
      const { passkeys } = await this.factors.summary(me.id, tx);
      if (passkeys === 0 && isStaff(me.roles)) throw refusal(accessRefusals, 'last_factor');
      if (!(await this.factors.removeCodeApp(tx, me.id))) throw refusal(accessRefusals, 'no_code_app');
      if (passkeys === 0) await this.factors.replaceCodes(tx, me.id, []);
      await this.tell(tx, me, 'code_app_removed');
    });
  }

  /** An app whose secret is known beforehand, for filling a new installation as part of a larger transaction. */
  async adopt(tx: Tx, personId: string, secret: string): Promise<void> {
    await this.factors.beginCodeApp(tx, personId, this.sealing.seal(personId, secret));
    await this.factors.useStep(tx, personId, 0);
  }

  private async tell(tx: Tx, me: Actor, what: 'code_app_added' | 'code_app_removed'): Promise<void> {
    await this.outbox.add(tx, securityChanged, { personId: me.id, what, detail: '', by: me.id });
  }
}
