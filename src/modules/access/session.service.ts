import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { refusal } from '../../kernel/refusal';
import { Database } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import {
  accessRefusals,
  may,
  PERMISSIONS,
  sessionOpened,
  type Permission,
  type PersonCard,
} from './contract';
import { tokenHash } from './credentials.service';
import { normalEmail } from './domain/password';
import { networkOf } from './domain/throttle';
import { PeopleService } from './people.service';
import { personView } from './person.dto';
import { ownSessionView, type OwnSessionView, type SessionView } from './session.dto';
import { SessionRepository } from './session.repository';
import { SignInPolicy } from './sign-in.policy';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly agent: string;
}

const LONGEST_AGENT = 200;

const permissionsOf = (person: PersonCard): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(person, permission));

/** Signing in and out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly people: PeopleService,
    private readonly policy: SignInPolicy,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Opens a session and returns the token for the cookie, which exists nowhere else. `previous`, the session this
   * browser had, ends. Refuses `bad_credentials` alike for an unknown address and a wrong password.
   */
  async open(
    signIn: SignIn,
    me: Actor,
    previous: string | null,
  ): Promise<{ token: string; view: SessionView }> {
    const person = await this.admitted(signIn);
    const token = randomBytes(32).toString('base64url');
    const id = newId('ses');
    const expiresAt = await this.db.tx(async (tx) => {
      if (previous !== null) await this.sessions.revoke(tx, me.id, { only: previous });
      await this.outbox.add(tx, sessionOpened, { sessionId: id, personId: person.id });
      return this.sessions.insert(tx, {
        id,
        personId: person.id,
        tokenHash: tokenHash(token),
        network: networkOf(signIn.address),
        agent: signIn.agent.slice(0, LONGEST_AGENT),
      });
    });
    return { token, view: this.view(id, person, expiresAt) };
  }

  /** The session of this request. Refuses (401) when it has just ended. */
  async current(me: Actor, id: string | null): Promise<SessionView> {
    const rows = await this.sessions.listLive(me.id);
    const row = rows.find((candidate) => candidate.id === id);
    const person = await this.people.find(me.id);
    if (row === undefined || person === null) throw refusal(accessRefusals, 'sign_in_required');
    return this.view(row.id, person, row.expiresAt);
  }

  /** All live sessions of the caller, newest first. */
  async listOwn(me: Actor, current: string | null): Promise<OwnSessionView[]> {
    return (await this.sessions.listLive(me.id)).map((row) => ownSessionView(row, current));
  }

  /** Ends one session of the caller; refuses `not_found` for another's. Ending an ended one is success. */
  async end(me: Actor, id: string): Promise<void> {
    const row = await this.sessions.find(id);
    if (row === null || row.personId !== me.id) throw refusal(accessRefusals, 'not_found');
    await this.db.tx((tx) => this.sessions.revoke(tx, me.id, { only: id }));
  }

  /** Ends all sessions of the caller but the present one; the number that ended. */
  async endOthers(me: Actor, current: string | null): Promise<number> {
    return this.db.tx((tx) => this.sessions.revoke(tx, me.id, { except: current }));
  }

  private async admitted({ email: typed, password, address }: SignIn): Promise<PersonCard> {
    const attempt = { email: normalEmail(typed), network: networkOf(address) };
    const person = await this.people.findByEmail(attempt.email);
    const isKnown = async () => person !== null && this.sessions.isKnownNetwork(person.id, attempt.network);
    await this.policy.admit(attempt, isKnown);
    if (!(await this.people.hasPassword(person, password)) || person === null) {
      throw refusal(accessRefusals, 'bad_credentials');
    }
    this.policy.forgive(attempt);
    return person;
  }

  private view(id: string, person: PersonCard, expiresAt: Date): SessionView {
    return {
      id,
      person: personView(person),
      permissions: permissionsOf(person),
      expiresAt: expiresAt.toISOString(),
    };
  }
}
