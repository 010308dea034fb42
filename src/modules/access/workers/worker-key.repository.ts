import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { WorkerKeyEntity } from './worker-key.entity';

/**
 * Caller: WorkerKeyRepository: keys in use, and those not seen before.
 * Index: unique (secret_hash).
 * Twice: reading only.
 */
const LIST_KEYS = `
  SELECT encode(secret_hash, 'hex') AS hash, id AS "keyId", id AS "actorId", true AS "isKey",
    stopped_at IS NOT NULL AS "isStopped", expires_at <= now() AS "isExpired"
  FROM access_worker_keys WHERE secret_hash = ANY ($1::bytea[])`;

/**
 * Caller: WorkerKeyRepository: tokens in use, and those not seen before. A token ends with its key.
 * Index: primary keys.
 * Twice: reading only.
 */
const LIST_TOKENS = `
  SELECT encode(t.secret_hash, 'hex') AS hash, t.key_id AS "keyId", t.worker_id AS "actorId", false AS "isKey",
    k.stopped_at IS NOT NULL AS "isStopped", least(t.expires_at, k.expires_at) <= now() AS "isExpired"
  FROM access_worker_tokens t JOIN access_worker_keys k ON k.id = t.key_id
  WHERE t.secret_hash = ANY ($1::bytea[])`;

export interface WorkerCredential extends Record<string, unknown> {
  readonly hash: string;
  readonly keyId: string;
  /** The key itself, or the worker that its token was made for. */
  readonly actorId: string;
  readonly isKey: boolean;
  readonly isStopped: boolean;
  readonly isExpired: boolean;
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
  private readonly known = new Fresh<WorkerCredential>((hashes) => this.listCredentials(hashes));

  constructor(private readonly db: Database) {}

  /** Of a key or a token, by the hash of its text; at most a second old. */
  async findCredential(secretHash: Buffer): Promise<WorkerCredential | null> {
    return this.known.get(secretHash.toString('hex'));
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

  /** `false`: it was stopped before. Its tokens end with it. */
  async stop(tx: Tx, id: string): Promise<boolean> {
    tx.afterCommit(() => this.known.clear());
    await tx.run('DELETE FROM access_worker_tokens WHERE key_id = $1', [id]);
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
    const values = [hashes.map((hash) => Buffer.from(hash, 'hex'))];
    const keys = await this.db.read<WorkerCredential>(LIST_KEYS, values);
    const tokens = await this.db.read<WorkerCredential>(LIST_TOKENS, values);
    return new Map([...keys, ...tokens].map((row) => [row.hash, row]));
  }
}
