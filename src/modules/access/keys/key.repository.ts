import { Injectable } from '@nestjs/common';
import type { Role } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { Scope } from '../domain/permissions';
import { KeyEntity } from './key.entity';

const TABLES = { table: 'access_keys', history: 'access_keys_history' } as const;

/** Hours a rotated key keeps working, so that its programs can be changed in peace. */
export const OVERLAP_HOURS = 24;

/**
 * Caller: KeyRepository.findCredential: keys that were changed or not seen for half a minute.
 * Index: unique (secret_hash), primary key of access_people.
 * Twice: reading only.
 */
const LIST_CREDENTIALS = `
  SELECT encode(k.secret_hash, 'hex') AS hash, k.id, k.person_id AS "personId",
    array_to_string(k.scopes, ' ') AS scopes, array_to_string(p.roles, ' ') AS roles,
    k.state = 'revoked' OR p.deactivated_at IS NOT NULL OR coalesce(k.stops_at <= now(), false) AS "isStopped",
    k.expires_at <= now() AS "isExpired",
    coalesce(extract(epoch FROM least(k.stops_at, k.expires_at) - now()) * 1000, 1e9)::float8 AS "lastsMs",
    coalesce(k.last_used_at < now() - interval '1 minute', true) AS "isStale"
  FROM access_keys k JOIN access_people p ON p.id = k.person_id
  WHERE k.secret_hash = ANY ($1::bytea[])`;

/**
 * Caller: KeyRepository.findCredential, at most once a minute and key.
 * Index: primary key. Locked in the order of the ids, so that two processes do not wait in a circle.
 * Twice: the second finds the minute not over and writes nothing.
 */
const TOUCH = `
  UPDATE access_keys SET last_used_at = now()
  WHERE id IN (SELECT id FROM access_keys WHERE id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) AND coalesce(last_used_at < now() - interval '1 minute', true)`;

/**
 * Caller: KeysService.retire, the clock that ends overlaps.
 * Index: access_keys_stopping.
 * Twice: SKIP LOCKED gives a key to one process; the move finds the second time nothing active.
 */
const LOCK_DUE = `
  SELECT id, person_id AS "personId", name FROM access_keys WHERE state = 'active' AND stops_at <= now() ORDER BY stops_at LIMIT 200
  FOR UPDATE SKIP LOCKED`;

export interface KeyCredential {
  readonly id: string;
  readonly personId: string;
  readonly scopes: Scope[];
  readonly roles: Role[];
  readonly isStopped: boolean;
  readonly isExpired: boolean;
  /** Milliseconds until its time is over; negative: it is. */
  readonly lastsMs: number;
}

type CredentialRow = Omit<KeyCredential, 'scopes' | 'roles'> & {
  readonly hash: string;
  /** Separated by spaces: cheaper to read than an array, for a thousand keys at once. */
  readonly scopes: string;
  readonly roles: string;
  readonly isStale: boolean;
};

const credentialOf = ({
  id,
  personId,
  scopes,
  roles,
  isStopped,
  isExpired,
  lastsMs,
}: CredentialRow): KeyCredential => ({
  id,
  personId,
  scopes: scopes.split(' ') as Scope[],
  roles: roles.split(' ') as Role[],
  isStopped,
  isExpired,
  lastsMs,
});

export type NewKey = Pick<
  KeyEntity,
  'id' | 'personId' | 'familyId' | 'name' | 'prefix' | 'lastFour' | 'secretHash' | 'scopes' | 'budget'
> & { readonly days: number };

@Injectable()
export class KeyRepository {
  /** By the hash in hex. A stop takes effect here at once, in other processes within a second. */
  private readonly credentials: Fresh<KeyCredential>;

  constructor(private readonly db: Database) {
    this.credentials = new Fresh(
      db.changes,
      'access_keys',
      (hashes) => this.listCredentials(hashes),
      // Once it is over it stays over.
      ({ lastsMs }) => (lastsMs <= 0 ? Infinity : lastsMs),
    );
  }

  /** At most a second old; notes at most once a minute that the key is in use. */
  async findCredential(secretHash: Buffer): Promise<KeyCredential | null> {
    return this.credentials.get(secretHash.toString('hex'));
  }

  async find(id: string): Promise<KeyEntity | null> {
    return this.db.manager.findOneBy(KeyEntity, { id });
  }

  /** Keys of one person, newest first, stopped ones included: up to `limit` older than the key `before`. */
  async list(personId: string, before: string | null, limit: number): Promise<KeyEntity[]> {
    const keys = this.db.manager
      .createQueryBuilder(KeyEntity, 'key')
      .where('key.person_id = :personId', { personId });
    if (before !== null) keys.andWhere('key.id < :before', { before });
    return keys.orderBy('key.id', 'DESC').limit(limit).getMany();
  }

  async lock(tx: Tx, id: string): Promise<KeyEntity | null> {
    return tx.manager.findOne(KeyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Rotated keys whose overlap is over, up to 200. */
  async lockDue(tx: Tx): Promise<Pick<KeyEntity, 'id' | 'personId' | 'name'>[]> {
    return tx.query(LOCK_DUE);
  }

  /** Active keys of one person, under a lock that makes the count hold until the commit. */
  async countActive(tx: Tx, personId: string): Promise<number> {
    await tx.query('SELECT 1 FROM access_people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM access_keys WHERE person_id = $1 AND state = 'active'`,
      [personId],
    );
    return row?.count ?? 0;
  }

  /** The new row, or `null` when the person has an active key of this name. */
  async insert(tx: Tx, key: NewKey): Promise<KeyEntity | null> {
    const rows = await tx.query(
      `INSERT INTO access_keys (id, person_id, family_id, name, state, prefix, last_four, secret_hash, scopes, budget, expires_at)
       VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $8, $9, now() + make_interval(days => $10))
       ON CONFLICT (person_id, name) WHERE state = 'active' AND stops_at IS NULL DO NOTHING RETURNING id`,
      [
        key.id,
        key.personId,
        key.familyId,
        key.name,
        key.prefix,
        key.lastFour,
        key.secretHash,
        key.scopes,
        key.budget,
        key.days,
      ],
    );
    return rows.length === 0 ? null : tx.manager.findOneByOrFail(KeyEntity, { id: key.id });
  }

  /** Starts the overlap: the key works for `OVERLAP_HOURS` more. */
  async limitLife(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `UPDATE access_keys SET stops_at = now() + make_interval(hours => ${OVERLAP_HOURS}) WHERE id = $1`,
      [id],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    tx.afterCommit(() => this.credentials.clear());
    return moveState(tx, TABLES, move);
  }

  private async listCredentials(hashes: readonly string[]): Promise<Map<string, KeyCredential>> {
    const rows = await this.db.read<CredentialRow>(LIST_CREDENTIALS, [
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    ]);
    const stale = rows.filter(({ isStale }) => isStale).map(({ id }) => id);
    if (stale.length > 0) await this.db.tx((tx) => tx.run(TOUCH, [stale]));
    return new Map(rows.map((row) => [row.hash, credentialOf(row)]));
  }
}
