import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import type { Visit } from '../access.guard';
import { accessRefusals, may, PERMISSIONS, sessionOpened, type Permission } from '../contract';
import { tokenHash } from '../credentials.service';
import { gateOf, OPEN_AT } from '../domain/gate';
import { networkOf } from '../domain/network';
import { FactorRepository, type FactorSummary } from '../factors/factor.repository';
import { PeopleService } from '../people/people.service';
import { personView } from '../people/person.dto';
import type { ProofWay, SessionView } from './session.dto';
import type { SessionWay } from './session.entity';
import { SessionRepository, type LiveSession } from './session.repository';

/** A session and the token for its cookie, which exists nowhere else. */
export interface Opened {
  readonly token: string;
  readonly view: SessionView;
}

const LONGEST_AGENT = 200;

export const newToken = (): string => randomBytes(32).toString('base64url');

function waysOf({ codeAppAt, passkeys, recoveryCodesLeft }: FactorSummary): ProofWay[] {
  const ways: ProofWay[] = [
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(codeAppAt === null ? [] : (['code'] as const)),
    ...(recoveryCodesLeft > 0 ? (['recovery_code'] as const) : []),
  ];
  return ways.length === 0 ? ['password'] : ways;
}

/** Opens sessions, however somebody proved who they are, and shows them. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly db: Database,
    private readonly sessions: SessionRepository,
    private readonly people: PeopleService,
    private readonly factors: FactorRepository,
    private readonly outbox: Outbox,
  ) {}

  /** A new session for `personId`; the one this browser had before ends. */
  async open(
    { me, sessionId: previous, address, agent }: Visit,
    personId: string,
    way: SessionWay,
    isStrong: boolean,
  ): Promise<Opened> {
    const token = newToken();
    const id = newId('ses');
    await this.db.tx(async (tx) => {
      if (previous !== null) await this.sessions.revoke(tx, me.id, { only: previous });
      await this.outbox.add(tx, sessionOpened, { sessionId: id, personId, way, isStrong });
      await this.sessions.insert(tx, {
        id,
        personId,
        tokenHash: tokenHash(token),
        network: networkOf(address),
        agent: agent.slice(0, LONGEST_AGENT),
        way,
        address,
        isStrong,
      });
    });
    return { token, view: await this.view(id) };
  }

  /** Notes a proof in a session and gives it a new token. Refuses (401) when it has just ended. */
  async prove(tx: Tx, sessionId: string, isStrong: boolean): Promise<string> {
    const token = newToken();
    if (!(await this.sessions.prove(tx, sessionId, isStrong, tokenHash(token))))
      throw refusal(accessRefusals, 'sign_in_required');
    return token;
  }

  /** A live session as its owner sees it. Refuses (401) when it has just ended. */
  async view(id: string): Promise<SessionView> {
    const session = await this.sessions.findLiveById(id);
    const person = session === null ? null : await this.people.find(session.personId);
    if (session === null || person === null) throw refusal(accessRefusals, 'sign_in_required');
    const summary = await this.factors.summary(person.id);
    return {
      id,
      person: personView(person),
      permissions: permissionsOf(session),
      gate: gateOf(session),
      proofWays: waysOf(summary),
      expiresAt: session.expiresAt.toISOString(),
    };
  }
}

function permissionsOf(session: LiveSession): Permission[] {
  const gate = gateOf(session);
  const open = gate === null ? null : OPEN_AT[gate];
  return (Object.keys(PERMISSIONS) as Permission[]).filter(
    (permission) => may(session, permission) && (open === null || open.includes(permission)),
  );
}
