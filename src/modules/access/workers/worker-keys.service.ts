import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, workerKeyCreated, workerKeyStopped } from '../contract';
import { KeySecrets } from '../keys/key-secrets.service';
import { workerKeyView, type NewWorkerKeyView, type WorkerKeyView } from './worker-key.dto';
import { WorkerKeyRepository } from './worker-key.repository';

/** A stolen token is of use for this long at most. */
const TOKEN_MINUTES = 30;

export interface WorkerToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Keys of machines that render, and the short-lived tokens they are exchanged for. */
@Injectable()
export class WorkerKeysService {
  constructor(
    private readonly db: Database,
    private readonly keys: WorkerKeyRepository,
    private readonly secrets: KeySecrets,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses `key_name_taken`. The secret is in this answer only. */
  async create(
    me: Actor,
    { name, pool, days }: { name: string; pool: string; days: number },
  ): Promise<NewWorkerKeyView> {
    const { secret, ...minted } = this.secrets.mint('wrk');
    const id = newId('wky');
    await this.db.tx(async (tx) => {
      const isNew = await this.keys.insert(tx, { id, name, pool, days, createdBy: me.id, ...minted });
      if (!isNew) throw refusal(accessRefusals, 'key_name_taken', { name });
      await this.outbox.add(tx, workerKeyCreated, { keyId: id, name, pool, by: me.id });
    });
    return { key: await this.view(id), secret };
  }

  async list(): Promise<WorkerKeyView[]> {
    return (await this.keys.list()).map((row) => workerKeyView(row));
  }

  /** For ever, and its workers' tokens with it. Stopping a stopped one is success. Refuses `not_found`. */
  async stop(me: Actor, id: string): Promise<WorkerKeyView> {
    const row = await this.keys.find(id);
    if (row === null) throw refusal(accessRefusals, 'not_found');
    await this.db.tx(async (tx) => {
      if (await this.keys.stop(tx, id))
        await this.outbox.add(tx, workerKeyStopped, {
          keyId: id,
          name: row.name,
          reason: 'stopped',
          by: me.id,
        });
      tx.afterCommit(() => this.keys.clear());
    });
    return this.view(id);
  }

  /** The pool that a key was made for. Throws when there is no such key: callers have it from a credential. */
  async poolOf(keyId: string): Promise<string> {
    const row = await this.keys.find(keyId);
    if (row === null) throw new Error(`there is no worker key ${keyId}`);
    return row.pool;
  }

  /** A new token for one worker; older ones work until they end, so that an exchange whose answer was lost harms nobody. */
  async issue(tx: Tx, worker: { keyId: string; workerId: string }): Promise<WorkerToken> {
    const { secret, secretHash } = this.secrets.mint('wrt');
    const expiresAt = await this.keys.insertToken(tx, { secretHash, minutes: TOKEN_MINUTES, ...worker });
    return { token: secret, expiresAt };
  }

  private async view(id: string): Promise<WorkerKeyView> {
    const row = await this.keys.find(id);
    if (row === null) throw refusal(accessRefusals, 'not_found');
    return workerKeyView(row);
  }
}
