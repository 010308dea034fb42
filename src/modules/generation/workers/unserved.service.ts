import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { misfit, type Capabilities, type Offered } from '../domain/capabilities';
import { MoveService } from '../move.service';
import { WorkerRepository } from './worker.repository';

/** A released clip is offered for this long before anybody asks whether somebody there can make it. */
const OFFERED_SECONDS = 60;
/** After this long it is offered again: somebody new may have come. */
const AGAIN_MINUTES = 5;

/** Clips that nobody who is there can make: they hold no place, and their artist is told. */
@Injectable()
export class UnservedService {
  constructor(
    private readonly db: Database,
    private readonly workers: WorkerRepository,
    private readonly moves: MoveService,
  ) {}

  /** Whether somebody who is there can make it. Processes of Atelier make whatever their provider's limits allow. */
  async isServed(pool: string, clip: Offered): Promise<boolean> {
    return fits(await this.workers.listLive(pool), clip);
  }

  /** Puts clips that were offered to nobody who fits back into the queue, from which they expire after a day. How many. */
  async putBack(seconds = OFFERED_SECONDS): Promise<number> {
    const live = new Map<string, readonly (Capabilities | null)[]>();
    let count = 0;
    for (const clip of await this.workers.listOffered(seconds)) {
      const workers = live.get(clip.pool) ?? (await this.workers.listLive(clip.pool));
      live.set(clip.pool, workers);
      if (fits(workers, clip)) continue;
      const isMoved = await this.db.tx(async (tx) => {
        const row = await this.moves.lock(tx, clip.id);
        if (row.state !== 'starting' || row.attempt !== clip.attempt) return false;
        return this.moves.act(tx, row, 'retry', SYSTEM, { notBefore: again });
      });
      if (isMoved) count += 1;
    }
    return count;
  }
}

const again = (): string => `now() + interval '${AGAIN_MINUTES} minutes'`;

const fits = (workers: readonly (Capabilities | null)[], clip: Offered): boolean =>
  workers.some((can) => can === null || misfit(can, clip) === null);
