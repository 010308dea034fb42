import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { SpendService } from '../access';
import { QuotaService } from '../quota';
import type { GenerationEntity } from './generation.entity';

type Clip = Pick<GenerationEntity, 'id' | 'keyId' | 'credits' | 'createdAt'>;

/** What the end of a clip means for whoever pays for it: the artist, and the key it was asked for with. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly quota: QuotaService,
    private readonly spend: SpendService,
  ) {}

  /** Delivered: what was held is spent. */
  async settle(tx: Tx, clip: Clip): Promise<void> {
    await this.quota.settle(tx, { generationId: clip.id });
    if (clip.keyId !== null) await this.spend.end(tx, clip.keyId, 0n, clip.createdAt);
  }

  /** Any other end is free. */
  async release(tx: Tx, clip: Clip): Promise<void> {
    await this.quota.release(tx, { generationId: clip.id });
    if (clip.keyId !== null) await this.spend.end(tx, clip.keyId, clip.credits, clip.createdAt);
  }
}
