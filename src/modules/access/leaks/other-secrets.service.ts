import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PUBLIC } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { secretReported, workerKeyExposed, workerKeyStopped } from '../contract';
import type { KeyKind } from '../domain/key-format';
import { IncidentRepository } from '../incidents/incident.repository';
import { WorkerKeyRepository } from '../workers/worker-key.repository';

/** A reported credential that is no API key. */
export interface OtherSecret {
  readonly kind: KeyKind | null;
  /** As its owner has it, without the wrapping of a webhook's secret. */
  readonly secret: string;
  readonly hashes: readonly Buffer[];
  readonly place: string;
}

const hex = (hash: Buffer): string => hash.toString('hex');

/** Workers' keys and tokens, and webhooks' secrets, that others can read. */
@Injectable()
export class OtherSecrets {
  constructor(
    private readonly workers: WorkerKeyRepository,
    private readonly incidents: IncidentRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Ends them; whether each text is one of this installation. A worker's key takes its workers' tokens with it, and
   * their clips go to others when their leases are over. Whose secret a webhook's is, is known to whoever issued it.
   */
  async end(tx: Tx, found: readonly OtherSecret[]): Promise<boolean[]> {
    const workers = found.filter(({ kind }) => kind === 'wrk' || kind === 'wrt');
    const rows =
      workers.length === 0
        ? []
        : await this.workers.listByHashes(
            tx,
            workers.flatMap(({ hashes }) => hashes),
          );
    const keyOf = new Map(rows.map(({ hash, keyId }) => [hash, keyId]));
    const keyIds = found.map(({ hashes }) =>
      hashes.map((hash) => keyOf.get(hex(hash))).find((id) => id !== undefined),
    );
    const placeOf = new Map(found.map(({ place }, index) => [keyIds[index], place]));
    if (rows.length > 0) await this.stop(tx, [...new Set(keyOf.values())], placeOf);
    for (const { kind, secret, place } of found)
      if (kind === 'whs')
        await this.outbox.add(tx, secretReported, {
          print: createHash('sha256').update(secret).digest('hex'),
          place,
        });
    return found.map(({ kind }, index) => kind === 'whs' || keyIds[index] !== undefined);
  }

  private async stop(
    tx: Tx,
    ids: readonly string[],
    placeOf: ReadonlyMap<string | undefined, string>,
  ): Promise<void> {
    const stopped = await this.workers.stopAll(tx, ids);
    tx.afterCommit(() => this.workers.clear());
    const staff = stopped.length === 0 ? [] : await this.incidents.listAlerted(tx);
    for (const { id: keyId, name, pool } of stopped) {
      await this.outbox.add(tx, workerKeyStopped, { keyId, name, reason: 'leaked', by: PUBLIC.id });
      const place = placeOf.get(keyId) ?? '';
      for (const personId of staff)
        await this.outbox.add(tx, workerKeyExposed, { personId, keyId, name, pool, place });
    }
  }
}
