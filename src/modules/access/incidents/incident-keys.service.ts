import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { KeyMoveService } from '../keys/key-move.service';
import { KeyRepository } from '../keys/key.repository';

/** Keys as far as incidents are concerned. */
@Injectable()
export class IncidentKeys {
  constructor(
    private readonly keys: KeyRepository,
    private readonly moves: KeyMoveService,
  ) {}

  async names(rows: readonly { readonly keyId: string | null }[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ keyId }) => keyId ?? []))];
    const found = await Promise.all(ids.map((id) => this.keys.find(id)));
    return new Map(
      found.flatMap((key) => (key === null ? [] : [[key.id, `${key.name} (${key.prefix}…${key.lastFour})`]])),
    );
  }

  async release(tx: Tx, by: Actor, keyId: string, reason: string): Promise<void> {
    const key = await this.keys.lock(tx, keyId);
    if (key?.state === 'quarantined') await this.moves.step(tx, by, key, 'release', { reason });
  }
}
