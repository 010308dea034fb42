import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { CredentialRepository } from './credential.repository';
import { KeyEntity } from './key.entity';
import { LOCK_DUE, LOCK_EXPIRING, LOCK_QUIET, QUARANTINE_ALL } from './key.sql';

const TABLES = { table: 'access_keys', history: 'access_keys_history' } as const;

/** Hours a rotated key keeps working, so that its programs can be changed in peace. */
export const OVERLAP_HOURS = 24;

export type NewKey = Pick<
  KeyEntity,
  | 'id' | 'personId' | 'familyId' | 'name' | 'kind' | 'pepper' | 'prefix' | 'lastFour' | 'secretHash' | 'scopes' | 'budget'
  | 'hourCap' | 'dayCap' | 'openCap' | 'networks' | 'origins' | 'boundTo'
> & { readonly days: number }; // prettier-ignore

/** Enough to move a key and to tell of it. */
export type KeyLine = Pick<KeyEntity, 'id' | 'personId' | 'familyId' | 'name' | 'state' | 'stopsAt'>;

@Injectable()
export class KeyRepository {
  constructor(
    private readonly db: Database,
    private readonly credentials: CredentialRepository,
  ) {}

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

  /** By the hashes of their secrets under any pepper, in any state. */
  async listByHashes(hashes: readonly Buffer[]): Promise<KeyEntity[]> {
    return this.db.manager
      .createQueryBuilder(KeyEntity, 'key')
      .where('key.secret_hash = ANY (:hashes)', { hashes })
      .getMany();
  }

  /** Rotated keys whose overlap is over, up to 200. */
  async lockDue(tx: Tx): Promise<KeyLine[]> {
    return tx.query<KeyLine & Record<string, unknown>>(LOCK_DUE);
  }

  /** Throttled keys that no signal spoke against for `minutes`, up to 200. */
  async lockQuiet(tx: Tx, minutes: number): Promise<KeyLine[]> {
    return tx.query<KeyLine & Record<string, unknown>>(LOCK_QUIET, [minutes]);
  }

  /** Keys that expire within `days` and whose owners were not told so yet, up to 200; marks them as told. */
  async lockExpiring(tx: Tx, days: number): Promise<(KeyLine & { expiresAt: Date })[]> {
    return tx.query<KeyLine & { expiresAt: Date } & Record<string, unknown>>(LOCK_EXPIRING, [days]);
  }

  /** Active families of one person, under a lock that makes the count hold until the commit. */
  async countActive(tx: Tx, personId: string): Promise<number> {
    await tx.query('SELECT 1 FROM access_people WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(DISTINCT family_id)::int AS count FROM access_keys
       WHERE person_id = $1 AND state IN ('active', 'throttled') AND stops_at IS NULL AND expires_at > now()`,
      [personId],
    );
    return row?.count ?? 0;
  }

  /** The new row, or `null` when the person has a key of this name that is not over. */
  async insert(tx: Tx, key: NewKey): Promise<KeyEntity | null> {
    const rows = await tx.query(
      `INSERT INTO access_keys (id, person_id, family_id, name, state, kind, pepper, prefix, last_four, secret_hash, scopes,
         budget, hour_cap, day_cap, open_cap, networks, origins, bound_to, expires_at)
       VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, now() + make_interval(days => $18))
       ON CONFLICT (person_id, name) WHERE state <> 'revoked' AND stops_at IS NULL DO NOTHING RETURNING id`,
      [
        key.id, key.personId, key.familyId, key.name, key.kind, key.pepper, key.prefix, key.lastFour, key.secretHash, key.scopes,
        key.budget, key.hourCap, key.dayCap, key.openCap, key.networks, key.origins, key.boundTo, key.days,
      ], // prettier-ignore
    );
    return rows.length === 0 ? null : tx.manager.findOneByOrFail(KeyEntity, { id: key.id });
  }

  /** The key has a successor: it works for `hours` more. */
  async limitLife(tx: Tx, id: string, hours: number): Promise<void> {
    await tx.run(`UPDATE access_keys SET stops_at = now() + make_interval(hours => $2) WHERE id = $1`, [
      id,
      hours,
    ]);
    this.changed(tx);
  }

  /** Where it may be used from. The row must be locked. */
  async setPlaces(
    tx: Tx,
    id: string,
    networks: readonly string[],
    origins: readonly string[],
  ): Promise<void> {
    await tx.run('UPDATE access_keys SET networks = $2, origins = $3 WHERE id = $1', [id, networks, origins]);
    this.changed(tx);
  }

  /** A hash under the present pepper in place of one under an earlier. */
  async rehash(tx: Tx, id: string, secretHash: Buffer, pepper: string): Promise<void> {
    await tx.run('UPDATE access_keys SET secret_hash = $2, pepper = $3 WHERE id = $1', [
      id,
      secretHash,
      pepper,
    ]);
    this.changed(tx);
  }

  /** A signal spoke against it just now. */
  async suspect(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE access_keys SET suspected_at = now() WHERE id = $1', [id]);
  }

  /** Moves those of these keys into quarantine that are not stopped yet, with a line of history each; which they were. */
  async quarantineAll(
    tx: Tx,
    ids: readonly string[],
    by: Actor,
    note: Readonly<Record<string, unknown>>,
  ): Promise<Pick<KeyEntity, 'id' | 'personId' | 'name'>[]> {
    this.changed(tx);
    return tx.query(QUARANTINE_ALL, [ids, by.id, JSON.stringify(note)]);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    this.changed(tx);
    return moveState(tx, TABLES, move);
  }

  private changed(tx: Tx): void {
    tx.afterCommit(() => this.credentials.clear());
  }
}
