import { Injectable } from '@nestjs/common';
import { PUBLIC, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { Database } from '../../../platform/db/database';
import { ContainmentService } from '../incidents/containment.service';
import { KeySecrets } from '../keys/key-secrets.service';
import type { Use } from '../watch/watch.service';
import { LeakRepository, type TrapRow } from './leak.repository';

/** Keys that look real and are nobody's: whoever uses one has read something that was not for them. */
@Injectable()
export class TrapService {
  constructor(
    private readonly db: Database,
    private readonly leaks: LeakRepository,
    private readonly secrets: KeySecrets,
    private readonly containment: ContainmentService,
  ) {}

  /** A new bait for a place such as an example folder or a test account; its text is in this answer only. */
  async lay(me: Actor, place: string): Promise<{ id: string; secret: string }> {
    const { secret, secretHash, prefix, lastFour } = this.secrets.mint();
    const id = newId('trp');
    await this.db.tx((tx) =>
      this.leaks.insertTrap(tx, { id, secretHash, prefix, lastFour, place, by: me.id }),
    );
    return { id, secret };
  }

  async list(): Promise<TrapRow[]> {
    return this.leaks.listTraps();
  }

  /** A key that is nobody's was used: when it is a bait, managers hear of it. The caller learns nothing from that. */
  async spring(secret: string, { network, agent, call }: Use): Promise<void> {
    for (const hash of this.secrets.hashes(secret)) {
      const trap = await this.leaks.findTrap(hash);
      if (trap === null) continue;
      await this.db.tx(async (tx) => {
        if (!(await this.leaks.springTrap(tx, trap.id))) return;
        await this.containment.trapped(tx, PUBLIC, trap.id, { place: trap.place, network, agent, call });
      });
    }
  }
}
