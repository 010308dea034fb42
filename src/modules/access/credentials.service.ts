import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PUBLIC, type Actor } from '../../kernel/actor';
import { refusal } from '../../kernel/refusal';
import { Settings } from '../../platform/config/settings';
import { Database } from '../../platform/db/database';
import { accessRefusals } from './contract';
import { gateOf, OPEN_AT, type Gate } from './domain/gate';
import { isForeignWrite } from './domain/origin';
import { kindOfKey } from './domain/key-format';
import { SCOPES, WORKER_KEY_MAY, WORKER_TOKEN_MAY, type Permission } from './domain/permissions';
import { AdmissionService } from './keys/admission.service';
import type { KeyCredential } from './keys/credential.repository';
import { ExposureService } from './leaks/exposure.service';
import { SessionRepository } from './sessions/session.repository';
import { WorkerKeyRepository } from './workers/worker-key.repository';

/** Who asks, and what bounds them besides their roles (`null`: nothing). */
export interface Identity {
  readonly actor: Actor;
  readonly permissions: readonly Permission[] | null;
  readonly sessionId: string | null;
  /** What this session must do first; `permissions` are then what stays open. */
  readonly gate: Gate | null;
  /** Whoever sits there has proved it within the last minutes. Keys and the public are never asked. */
  readonly isFresh: boolean;
  /** To be told the status of the answer. */
  readonly answered?: (status: number) => void;
  /** What the next proof of this bound key must repeat. */
  readonly nonce?: string | null;
}

const NOBODY: Identity = { actor: PUBLIC, permissions: null, sessionId: null, gate: null, isFresh: true };

/** `__Host-` makes browsers refuse the cookie over http, from subdomains and for other paths. */
export function cookieName(settings: Pick<Settings, 'secureCookies'>): string {
  return settings.secureCookies ? '__Host-sid' : 'sid';
}

/** What the database holds of a session token: the token is 256 random bits, so a plain hash cannot be reversed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** A key acts for its owner as an artist, whatever else the owner is: staff work is done in the portal. */
function holderOf(key: KeyCredential): Pick<Identity, 'actor' | 'permissions'> {
  const roles = key.roles.filter((role) => role === 'artist');
  const scopes = key.kind === 'test' ? key.scopes.map(() => 'generations:read' as const) : key.scopes;
  const permissions = scopes.flatMap((scope): readonly Permission[] => SCOPES[scope] ?? []);
  return { actor: { id: key.personId, roles, via: 'key', keyId: key.id }, permissions };
}

/** Finds out who a request comes from: API key, else session cookie, else the public. There is no other way in. */
@Injectable()
export class CredentialsService {
  /** A key that is remembered asks the table of permissions once. */
  private readonly holders = new WeakMap<KeyCredential, Pick<Identity, 'actor' | 'permissions'>>();

  constructor(
    private readonly db: Database,
    private readonly admission: AdmissionService,
    private readonly exposure: ExposureService,
    private readonly sessions: SessionRepository,
    private readonly settings: Settings,
    private readonly workers: WorkerKeyRepository,
  ) {}

  /**
   * Refuses a bad key (401), a key in the address or the body (400) and a write sent by another site (403); a bad cookie
   * is nobody. `isRepeat`: the same request again, to see whether its answer may go on.
   */
  async identify(request: FastifyRequest, isRepeat = false): Promise<Identity> {
    if (!isRepeat) await this.exposure.refuseExposed(request);
    const key = /^(Bearer|DPoP) +(\S+) *$/i.exec(request.headers.authorization ?? '');
    if (key !== null) return this.byCredential(request, key[1] as string, key[2] as string, isRepeat);
    if (this.isForeign(request)) throw refusal(accessRefusals, 'cross_site');
    const token = request.cookies[cookieName(this.settings)];
    return token === undefined || token === '' ? NOBODY : this.bySession(token);
  }

  private async byCredential(
    request: FastifyRequest,
    scheme: string,
    secret: string,
    isRepeat: boolean,
  ): Promise<Identity> {
    const kind = kindOfKey(secret);
    if (kind === 'wrk' || kind === 'wrt') return this.byWorker(secret);
    return this.byKey(request, scheme, secret, isRepeat);
  }

  /** Machines are no people: a worker reaches its protocol and nothing else. */
  private async byWorker(secret: string): Promise<Identity> {
    const found = await this.workers.findCredential(this.admission.hash(secret));
    if (found === null) throw refusal(accessRefusals, 'worker_unknown');
    if (found.isStopped) throw refusal(accessRefusals, 'worker_stopped');
    if (found.isExpired) throw refusal(accessRefusals, 'worker_expired');
    const actor: Actor = { id: found.actorId, roles: ['worker'], via: 'worker', keyId: found.keyId };
    return { ...NOBODY, actor, permissions: found.isKey ? WORKER_KEY_MAY : WORKER_TOKEN_MAY };
  }

  private async byKey(
    request: FastifyRequest,
    scheme: string,
    secret: string,
    isRepeat: boolean,
  ): Promise<Identity> {
    const { key, answered, nonce } = await this.admission.admit(request, scheme, secret, isRepeat);
    let holder = this.holders.get(key);
    if (holder === undefined) this.holders.set(key, (holder = holderOf(key)));
    const { actor, permissions } = holder;
    return { actor, permissions, sessionId: null, gate: null, isFresh: true, answered, nonce };
  }

  private async bySession(token: string): Promise<Identity> {
    const session = await this.sessions.findLive(tokenHash(token));
    if (session === null) return NOBODY;
    if (session.isStale) await this.db.tx((tx) => this.sessions.touch(tx, session.id));
    const actor: Actor = { id: session.personId, roles: session.roles, via: 'session', keyId: null };
    const gate = gateOf(session);
    const permissions = gate === null ? null : OPEN_AT[gate];
    return { actor, permissions, sessionId: session.id, gate, isFresh: session.isFresh };
  }

  private isForeign(request: FastifyRequest): boolean {
    return isForeignWrite({
      method: request.method,
      fetchSite: first(request.headers['sec-fetch-site']),
      origin: request.headers.origin,
      host: request.host,
      publicUrl: this.settings.publicUrl,
    });
  }
}
