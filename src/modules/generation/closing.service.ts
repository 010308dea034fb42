import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { SpendService } from '../access';
import type { SettlementWords } from '../ledger';
import { QuotaService } from '../quota';
import type { GenerationEntity } from './generation.entity';

type Clip = Pick<GenerationEntity, 'id' | 'keyId' | 'credits' | 'createdAt'>;

/** What the end of a clip means for whoever pays: the artist, and the key it was asked for with. Keys before accounts, as the submit locks. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly quota: QuotaService,
    private readonly spend: SpendService,
  ) {}

  /** By clip what spends its holds, for the statement that delivers it. */
  async settlements(ids: readonly string[]): Promise<Map<string, SettlementWords[]>> {
    return this.quota.settlements(ids);
  }

  /** Any other end is free. */
  async release(tx: Tx, clip: Clip): Promise<void> {
    if (clip.keyId !== null) await this.spend.end(tx, clip.keyId, clip.credits, clip.createdAt);
    await this.quota.release(tx, { generationId: clip.id });
  }

  /** Ids of those that a key in quarantine has asked for. */
  async listStopped(tx: Tx | null, clips: readonly Pick<Clip, 'id' | 'keyId'>[]): Promise<Set<string>> {
    const keys = [...new Set(clips.flatMap(({ keyId }) => (keyId === null ? [] : [keyId])))];
    const stopped = await this.spend.listStopped(tx, keys);
    return new Set(clips.filter(({ keyId }) => keyId !== null && stopped.has(keyId)).map(({ id }) => id));
  }
}
