import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { WorkerKeyEntity } from './worker-key.entity';

/**
 * Caller: WorkerKeyRepository.findCredential: keys and tokens that were changed or not seen for half a minute. A token ends
 * with its key.
 * Index: unique (secret_hash) of the keys, primary key of the tokens.
 * Twice: reading only.
 */
const LIST_CREDENTIALS = `
  SELECT c.*, "lastsMs" <= 0 AS "isExpired" FROM (
    SELECT encode(secret_hash, 'hex') AS hash, id AS "keyId", id AS "actorId", true AS "isKey", stopped_at IS NOT NULL AS "isStopped",
      (extract(epoch FROM expires_at - now()) * 1000)::float8 AS "lastsMs"
    FROM access_worker_keys WHERE secret_hash = ANY ($1::bytea[])
    UNION ALL
    SELECT encode(t.secret_hash, 'hex'), t.key_id, t.worker_id, false, k.stopped_at IS NOT NULL,
      (extract(epoch FROM least(t.expires_at, k.expires_at) - now()) * 1000)::float8
    FROM access_worker_tokens t JOIN access_worker_keys k ON k.id = t.key_id WHERE t.secret_hash = ANY ($1::bytea[])) c`;

export interface WorkerCredential extends Record<string, unknown> {
  readonly keyId: string;
  /** The key itself, or the worker that its token was made for. */
  readonly actorId: string;
  readonly isKey: boolean;
  readonly isStopped: boolean;
  readonly isExpired: boolean;
  /** Milliseconds until its time is over; negative: it is. */
  readonly lastsMs: number;
}

export interface NewWorkerKey {
  readonly id: string;
  readonly name: string;
  readonly pool: string;
  readonly prefix: string;
  readonly lastFour: string;
  readonly secretHash: Buffer;
  readonly createdBy: string;
  readonly days: number;
}

@Injectable()
export class WorkerKeyRepository {
  private readonly credentials: Fresh<WorkerCredential>;

  constructor(private readonly db: Database) {
    this.credentials = new Fresh(
      db.changes,
      'access_worker_keys',
      (hashes) => this.listCredentials(hashes),
      // Once it is over it stays over.
      ({ lastsMs }) => (lastsMs <= 0 ? Infinity : lastsMs),
    );
  }

  /** Of a key or a token, by the hash of its text. A stop is seen in this process at once, in others within a second. */
  async findCredential(secretHash: Buffer): Promise<WorkerCredential | null> {
    return this.credentials.get(secretHash.toString('hex'));
  }

  /** After a key was stopped in this process. */
  clear(): void {
    this.credentials.clear();
  }

  /** Newest first, stopped ones included. */
  async list(): Promise<WorkerKeyEntity[]> {
    return this.db.manager.find(WorkerKeyEntity, { order: { id: 'DESC' }, take: 200 });
  }

  async find(id: string): Promise<WorkerKeyEntity | null> {
    return this.db.manager.findOneBy(WorkerKeyEntity, { id });
  }

  /** `false`: there is a working key of this name. */
  async insert(tx: Tx, key: NewWorkerKey): Promise<boolean> {
    const { id, name, pool, prefix, lastFour, secretHash, createdBy, days } = key;
    const count = await tx.run(
      `INSERT INTO access_worker_keys (id, name, pool, prefix, last_four, secret_hash, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))
       ON CONFLICT (name) WHERE stopped_at IS NULL DO NOTHING`,
      [id, name, pool, prefix, lastFour, secretHash, createdBy, days],
    );
    return count > 0;
  }

  /** The keys that these hashes are of, or that their tokens were made with. Stopped ones too. */
  async listByHashes(tx: Tx, hashes: readonly Buffer[]): Promise<{ hash: string; keyId: string }[]> {
    return tx.query<{ hash: string; keyId: string }>(
      `SELECT encode(secret_hash, 'hex') AS hash, id AS "keyId" FROM access_worker_keys WHERE secret_hash = ANY ($1::bytea[])
       UNION ALL SELECT encode(secret_hash, 'hex'), key_id FROM access_worker_tokens WHERE secret_hash = ANY ($1::bytea[])`,
      [hashes],
    );
  }

  /** Stops what works of these; what it was. In the order of their ids. */
  async stopAll(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string; pool: string }[]> {
    const rows = await tx.query<{ id: string; name: string; pool: string }>(
      `UPDATE access_worker_keys SET stopped_at = now() WHERE stopped_at IS NULL AND id IN (
         SELECT id FROM access_worker_keys WHERE id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE)
       RETURNING id, name, pool`,
      [ids],
    );
    return rows;
  }

  /** `false`: it was stopped before. Its tokens end with it. */
  async stop(tx: Tx, id: string): Promise<boolean> {
    return (
      (await tx.run('UPDATE access_worker_keys SET stopped_at = now() WHERE id = $1 AND stopped_at IS NULL', [
        id,
      ])) > 0
    );
  }

  /** Adds a token and forgets those that are long over. Returns when it ends. */
  async insertToken(
    tx: Tx,
    token: { secretHash: Buffer; keyId: string; workerId: string; minutes: number },
  ): Promise<Date> {
    await tx.run(`DELETE FROM access_worker_tokens WHERE expires_at < now() - interval '1 hour'`);
    await tx.run('UPDATE access_worker_keys SET last_used_at = now() WHERE id = $1', [token.keyId]);
    const [row] = await tx.query<{ until: Date }>(
      `INSERT INTO access_worker_tokens (secret_hash, key_id, worker_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(mins => $4)) RETURNING expires_at AS until`,
      [token.secretHash, token.keyId, token.workerId, token.minutes],
    );
    if (row === undefined) throw new Error('the token was not written');
    return row.until;
  }

  private async listCredentials(hashes: readonly string[]): Promise<Map<string, WorkerCredential>> {
    const rows = await this.db.read<WorkerCredential & { hash: string }>(LIST_CREDENTIALS, [
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    ]);
    return new Map(rows.map((row) => [row.hash, row]));
  }
}
