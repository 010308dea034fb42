import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { keyNetworkSeen, keyThrottled } from '../contract';
import { KeyMoveService } from '../keys/key-move.service';
import type { KeyLine } from '../keys/key.repository';
import { WatchRepository, type Sighting } from './watch.repository';

/** What follows from a suspicion that is not yet an incident. */
@Injectable()
export class SuspicionActs {
  constructor(
    private readonly watch: WatchRepository,
    private readonly moves: KeyMoveService,
    private readonly outbox: Outbox,
  ) {}

  async throttle(tx: Tx, key: KeyLine, reason: string): Promise<void> {
    if (!(await this.moves.step(tx, SYSTEM, key, 'throttle', { reason }))) return;
    const { id: keyId, personId, name } = key;
    await this.outbox.add(tx, keyThrottled, { keyId, personId, name, reason });
  }

  async tellNetworks(tx: Tx, seen: readonly Sighting[]): Promise<void> {
    const rows = await this.watch.tellNetworks(
      tx,
      seen.map(({ keyId }) => keyId),
      seen.map(({ network }) => network),
    );
    for (const row of rows) await this.outbox.add(tx, keyNetworkSeen, { ...row, agent: row.agent ?? 'none' });
  }
}
