import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { learn } from '../domain/pace';
import { PaceEntity } from './pace.entity';
import { ENTER_PACE } from './prediction.sql';

export type PaceKey = Pick<PaceEntity, 'provider' | 'model' | 'resolution' | 'seconds'>;

@Injectable()
export class PaceRepository {
  constructor(private readonly db: Database) {}

  /** Learns from one clip that took `actual` seconds where `estimate` was expected. */
  async learn(tx: Tx, key: PaceKey, actual: number, estimate: number): Promise<void> {
    await tx.run(ENTER_PACE, [key.provider, key.model, key.resolution, key.seconds]);
    const where = {
      provider: key.provider,
      model: key.model,
      resolution: key.resolution,
      seconds: key.seconds,
    };
    const row = await tx.manager.findOneOrFail(PaceEntity, { where, lock: { mode: 'for_no_key_update' } });
    await tx.manager.update(PaceEntity, where, { ...learn(row, actual, estimate), updatedAt: () => 'now()' });
  }

  async list(): Promise<PaceEntity[]> {
    return this.db.manager.find(PaceEntity);
  }
}
