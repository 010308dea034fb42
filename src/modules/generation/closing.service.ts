import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { SpendService } from '../access';
import type { SettlementWords } from '../ledger';
import { QuotaService } from '../quota';
import { StatementsService } from '../redress';
import type { GenerationEntity } from './generation.entity';

type Clip = Pick<GenerationEntity, 'id' | 'keyId' | 'credits' | 'createdAt'>;

/** What the end of a clip means for whoever pays: the artist, and the key it was asked for with. Keys before accounts, as the submit locks. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly quota: QuotaService,
    private readonly spend: SpendService,
    private readonly statements: StatementsService,
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

  /** A renderer refused the prompt by its own rules: its artist has the whole reasons, and may appeal to a person. */
  async giveReasons(tx: Tx, row: GenerationEntity, said: string): Promise<void> {
    const { id, personId, programId, provider, prompt, style, seconds, resolution } = row;
    const word = said.trim() === '' ? 'It gave no word of its own.' : `It wrote: “${said.trim()}”`;
    await this.statements.issue(tx, {
      kind: 'generation_refused',
      subjectId: id,
      actId: 'refuse',
      personId,
      programId,
      ground: 'model',
      rule: {
        source: 'criterion',
        id: `Rules of the provider ${provider}`,
        text: 'A provider refuses what its own published rules do not allow. Atelier passes its word on, charges nothing, and counts safety apart from everything else.',
      },
      facts: `The provider “${provider}” refused to make this clip. ${word}`,
      remedy: 'Say it in other words, or choose another model where the programme has one.',
      isFoundBySoftware: true,
      automation: 'fully',
      decidedBy: { id: 'system', role: 'system' },
      snapshot: { prompt, style, seconds, resolution, provider },
    });
  }

  /** Ids of those that a key in quarantine has asked for. */
  async listStopped(tx: Tx | null, clips: readonly Pick<Clip, 'id' | 'keyId'>[]): Promise<Set<string>> {
    const keys = [...new Set(clips.flatMap(({ keyId }) => (keyId === null ? [] : [keyId])))];
    const stopped = await this.spend.listStopped(tx, keys);
    return new Set(clips.filter(({ keyId }) => keyId !== null && stopped.has(keyId)).map(({ id }) => id));
  }
}
