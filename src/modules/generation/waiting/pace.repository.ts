import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { learn, UNSEEN, type Pace } from '../domain/pace';
import { PaceEntity } from './pace.entity';
import { ENTER_PACE, LOCK_PACE, SAVE_PACE } from './prediction.sql';

export type PaceKey = Pick<PaceEntity, 'provider' | 'model' | 'resolution' | 'seconds'>;

/** A clip and how long it was under way. Seconds. */
export interface Lasted extends PaceKey {
  readonly actual: number;
  readonly estimate: number;
}

@Injectable()
export class PaceRepository {
  constructor(private readonly db: Database) {}

  /** Learns from clips that took `actual` seconds where `estimate` was expected. Kinds are locked in one order. */
  async learn(tx: Tx, clips: readonly Lasted[]): Promise<void> {
    const kinds = new Map<string, Lasted[]>();
    for (const clip of clips) {
      const kind = `${clip.provider} ${clip.model} ${clip.resolution} ${clip.seconds}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), clip]);
    }
    for (const [, taken] of [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      await this.learnKind(tx, taken);
  }

  private async learnKind(tx: Tx, taken: readonly Lasted[]): Promise<void> {
    const { provider, model, resolution, seconds } = taken[0] as Lasted;
    const kind = [provider, model, resolution, seconds];
    const lock = async (): Promise<Pace | undefined> =>
      (await tx.query<Pace & Record<string, unknown>>(LOCK_PACE, kind))[0];
    let pace = await lock();
    if (pace === undefined) {
      await tx.run(ENTER_PACE, kind);
      pace = await lock();
    }
    const after = taken.reduce((so, { actual, estimate }) => learn(so, actual, estimate), pace ?? UNSEEN);
    await tx.run(SAVE_PACE, [...kind, after.mean, after.variance, after.samples]);
  }

  async list(): Promise<PaceEntity[]> {
    return this.db.manager.find(PaceEntity);
  }
}
