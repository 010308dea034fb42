import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { keyExpiring } from '../contract';
import { CALM_MINUTES } from '../domain/signals';
import { KeyMoveService } from './key-move.service';
import { KeyRepository } from './key.repository';

/** Owners are told this many days before a key expires. */
const WARNINGS = [14, 3] as const;

/** What happens to keys by itself, driven by the clock. */
@Injectable()
export class KeyClockService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRepository,
    private readonly moves: KeyMoveService,
    private readonly outbox: Outbox,
  ) {}

  /** Ends the overlaps that are over; how many. */
  async retire(): Promise<number> {
    return this.db.tx(async (tx) => {
      const due = await this.keys.lockDue(tx);
      for (const key of due) await this.moves.stop(tx, SYSTEM, key, 'retire', 'rotated');
      return due.length;
    });
  }

  /** Lets throttled keys go on that were quiet for fifteen minutes; how many. */
  async calm(): Promise<number> {
    return this.db.tx(async (tx) => {
      const quiet = await this.keys.lockQuiet(tx, CALM_MINUTES);
      for (const key of quiet) await this.moves.step(tx, SYSTEM, key, 'calm');
      return quiet.length;
    });
  }

  /** Warns owners of keys that are about to expire, once for each of `WARNINGS`; how many. */
  async warn(): Promise<number> {
    let count = 0;
    for (const days of WARNINGS.toReversed()) {
      count += await this.db.tx(async (tx) => {
        const keys = await this.keys.lockExpiring(tx, days);
        for (const { id: keyId, personId, name, expiresAt } of keys)
          await this.outbox.add(tx, keyExpiring, {
            keyId,
            personId,
            name,
            days,
            expiresAt: expiresAt.toISOString(),
          });
        return keys.length;
      });
    }
    return count;
  }
}
