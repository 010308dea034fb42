import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor';
import { Database, type Tx } from '../../platform/db/database';
import { SessionEntity } from './session.entity';

/** A session ends 7 days after sign-in, or 12 hours after its last request. */
export const SESSION_DAYS = 7;
const LIVE = `revoked_at IS NULL AND expires_at > now() AND last_seen_at > now() - interval '12 hours'`;

/**
 * Caller: CredentialsService, every request with a session cookie.
 * Index: unique (token_hash), primary key of access_people.
 * Twice: reading only.
 */
const FIND_LIVE = `
  SELECT s.id, s.person_id AS "personId", p.roles, s.last_seen_at < now() - interval '1 minute' AS "isStale"
  FROM access_sessions s JOIN access_people p ON p.id = s.person_id
  WHERE s.token_hash = $1 AND ${LIVE}`;

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

export interface LiveSession {
  readonly id: string;
  readonly personId: string;
  readonly roles: Role[];
  readonly isStale: boolean;
}

type NewSession = Pick<SessionEntity, 'id' | 'personId' | 'tokenHash' | 'network' | 'agent'>;

@Injectable()
export class SessionRepository {
  constructor(private readonly db: Database) {}

  async findLive(tokenHash: Buffer): Promise<LiveSession | null> {
    return (await this.db.read<LiveSession>(FIND_LIVE, [tokenHash]))[0] ?? null;
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

  async insert(tx: Tx, { id, personId, tokenHash, network, agent }: NewSession): Promise<Date> {
    const [row] = await tx.query<{ expires_at: Date }>(
      `INSERT INTO access_sessions (id, person_id, token_hash, network, agent, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => ${SESSION_DAYS})) RETURNING expires_at`,
      [id, personId, tokenHash, network, agent],
    );
    return (row as { expires_at: Date }).expires_at;
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
