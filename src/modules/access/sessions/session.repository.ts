import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { Standing } from '../domain/gate';
import { SessionEntity } from './session.entity';

/** A session ends 7 days after sign-in, or 12 hours after its last request. */
export const SESSION_DAYS = 7;
const LIVE = `revoked_at IS NULL AND expires_at > now() AND last_seen_at > now() - interval '12 hours'`;

/** How long a proof of who sits there lets pass what needs a recent one (`STEP_UP`). */
export const PROOF_MINUTES = 10;

/**
 * Caller: CredentialsService, every request with a session cookie.
 * Index: unique (token_hash), primary keys of access_people and access_totps, access_passkeys_person.
 * Twice: reading only.
 */
const LIVE_SESSION = `
  SELECT s.id, s.person_id AS "personId", p.roles, s.last_seen_at < now() - interval '1 minute' AS "isStale",
    p.verified_at IS NOT NULL AS "isVerified",
    s.second_factor_at IS NOT NULL AS "isStrong",
    s.proved_at > now() - interval '${PROOF_MINUTES} minutes' AS "isFresh",
    EXISTS (SELECT 1 FROM access_totps t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM access_passkeys k WHERE k.person_id = p.id) AS "hasFactor", s.expires_at AS "expiresAt"
  FROM access_sessions s JOIN access_people p ON p.id = s.person_id
  WHERE p.deactivated_at IS NULL AND ${LIVE}`;
const FIND_LIVE = `${LIVE_SESSION} AND s.token_hash = $1`;
const FIND_LIVE_BY_ID = `${LIVE_SESSION} AND s.id = $1`;

/**
 * Caller: CredentialsService, at most once a minute and session.
 * Index: primary key.
 * Twice: the second finds the minute not over and writes nothing.
 */
const TOUCH = `UPDATE access_sessions SET last_seen_at = now() WHERE id = $1 AND last_seen_at < now() - interval '1 minute'`;

/**
 * Caller: SessionRepository.revoke; $2 narrows to one session, $3 spares one.
 * Index: access_sessions_person.
 * Twice: ends only what is not yet ended.
 */
const REVOKE = `
  UPDATE access_sessions SET revoked_at = now()
  WHERE person_id = $1 AND revoked_at IS NULL AND ($2::text IS NULL OR id = $2) AND ($3::text IS NULL OR id <> $3)`;

/**
 * Caller: the hourly clean-up.
 * Index: access_sessions_expires.
 * Twice: deletes nothing new.
 */
const FORGET = `DELETE FROM access_sessions WHERE expires_at < now() - interval '30 days'`;

/**
 * Caller: StepUpService and whatever sets up the first factor, after the proof was found right; $3 is a new token or null.
 * Index: primary key.
 * Twice: the second only moves the time on.
 */
const PROVE = `
  UPDATE access_sessions SET proved_at = now(), token_hash = coalesce($3, token_hash),
    second_factor_at = CASE WHEN $2 THEN now() ELSE second_factor_at END
  WHERE id = $1 AND revoked_at IS NULL`;

export interface LiveSession extends Standing {
  readonly id: string;
  readonly personId: string;
  readonly isStale: boolean;
  /** Proved within the last ten minutes. */
  readonly isFresh: boolean;
  readonly expiresAt: Date;
}

type NewSession = Pick<
  SessionEntity,
  'id' | 'personId' | 'tokenHash' | 'network' | 'agent' | 'way' | 'address'
> & { readonly isStrong: boolean };

@Injectable()
export class SessionRepository {
  constructor(private readonly db: Database) {}

  async findLive(tokenHash: Buffer): Promise<LiveSession | null> {
    return (await this.db.read<LiveSession & Record<string, unknown>>(FIND_LIVE, [tokenHash]))[0] ?? null;
  }

  async findLiveById(id: string): Promise<LiveSession | null> {
    return (await this.db.read<LiveSession & Record<string, unknown>>(FIND_LIVE_BY_ID, [id]))[0] ?? null;
  }

  async find(id: string): Promise<SessionEntity | null> {
    return this.db.manager.findOneBy(SessionEntity, { id });
  }

  /** Live sessions of one person, newest first. */
  async listLive(personId: string): Promise<SessionEntity[]> {
    const sessions = this.db.manager.createQueryBuilder(SessionEntity, 'access_sessions');
    return sessions
      .where('person_id = :personId', { personId })
      .andWhere(LIVE)
      .orderBy('id', 'DESC')
      .getMany();
  }

  /** Whether this person signed in from this network within the last 30 days. */
  async isKnownNetwork(personId: string, network: string): Promise<boolean> {
    const sql = `SELECT 1 FROM access_sessions
      WHERE person_id = $1 AND network = $2 AND created_at > now() - interval '30 days' LIMIT 1`;
    return (await this.db.read(sql, [personId, network])).length === 1;
  }

  async insert(tx: Tx, session: NewSession): Promise<void> {
    const { id, personId, tokenHash, network, agent, way, address, isStrong } = session;
    await tx.run(
      `INSERT INTO access_sessions (id, person_id, token_hash, network, agent, way, address, second_factor_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8 THEN now() END, now() + make_interval(days => ${SESSION_DAYS}))`,
      [id, personId, tokenHash, network, agent, way, address, isStrong],
    );
  }

  /** Notes a proof in a session, of a second factor or not; `tokenHash` replaces the token of before. `false`: it has ended. */
  async prove(tx: Tx, id: string, isStrong: boolean, tokenHash: Buffer | null): Promise<boolean> {
    return (await tx.run(PROVE, [id, isStrong, tokenHash])) === 1;
  }

  async touch(tx: Tx, id: string): Promise<void> {
    await tx.run(TOUCH, [id]);
  }

  /** Ends one session (`only`), or all but one (`except`) of a person; the number that ended. */
  async revoke(
    tx: Tx,
    personId: string,
    { only = null, except = null }: { only?: string | null; except?: string | null },
  ): Promise<number> {
    return tx.run(REVOKE, [personId, only, except]);
  }

  async forget(tx: Tx): Promise<number> {
    return tx.run(FORGET);
  }
}
