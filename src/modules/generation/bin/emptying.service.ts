import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { BlobStore } from '../../../platform/storage/blob-store';
import { AuditService } from '../../audit';
import { generationRefusals } from '../contract';
import { binWorkflow } from '../domain/bin.workflow';
import { GenerationRepository } from '../generation.repository';
import { BinRepository, type Emptied } from './bin.repository';

/**
 * The one way by which files of clips go for good. The clip, its charge, its history and its hash stay on record. The
 * books come first: a file that is left behind belongs to nobody and is swept up with the orphans.
 */
@Injectable()
export class EmptyingService {
  constructor(
    private readonly db: Database,
    private readonly bin: BinRepository,
    private readonly generations: GenerationRepository,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
  ) {}

  /** Empties the bin of one own clip ahead of time. Refuses `not_found`, `wrong_state`, `is_kept`, `in_use`. */
  async now(actor: Actor, id: string): Promise<void> {
    const clip = await this.generations.find(id);
    if (clip === null || clip.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    const emptied = await this.db.tx(async (tx) => {
      await this.bin.lock(tx, [id]);
      const boundBy = (await this.bin.boundBy([id], tx)).get(id) ?? null;
      const state = (await this.bin.find(id, tx))?.state ?? 'stored';
      const decision = decide(binWorkflow, state, 'empty', actor, { boundBy });
      if (decision.kind === 'refused')
        throw refusedMove(generationRefusals, decision.code, binWorkflow, state, 'empty');
      const gone = await this.bin.empty(tx, [id], { verb: 'empty', from: ['binned'], actorId: actor.id });
      if (gone.ids.length > 0)
        await this.audit.record(tx, actor, 'generation.empty_bin', id, { clips: 1, bytes: gone.bytes });
      return gone;
    });
    await this.removeFiles(emptied);
  }

  /** Those of an artist's clips whose time in the bin is over, and that nothing needs. Safe twice. */
  async over(personId: string, ids: readonly string[]): Promise<number> {
    const emptied = await this.db.tx(async (tx) => {
      await this.bin.lock(tx, ids);
      const due = await this.bin.stillOver(tx, ids);
      const gone = await this.bin.empty(tx, due, { verb: 'empty', from: ['binned'], actorId: SYSTEM.id });
      if (gone.ids.length > 0)
        await this.audit.record(tx, SYSTEM, 'generation.empty_bin', personId, {
          clips: gone.ids.length,
          bytes: gone.bytes,
        });
      return gone;
    });
    await this.removeFiles(emptied);
    return emptied.ids.length;
  }

  /**
   * Past the bin: what its artist deletes through an API that knows of none, and what others made with a stopped key.
   * Refuses `is_kept`, and `in_use` unless `isWithheld` says that being withheld is why.
   */
  async remove(actor: Actor, id: string, isWithheld = false): Promise<void> {
    const emptied = await this.db.tx(async (tx) => {
      await this.bin.lock(tx, [id]);
      const boundBy = (await this.bin.boundBy([id], tx)).get(id) ?? null;
      if (boundBy === 'kept') throw refusal(generationRefusals, 'is_kept');
      if (boundBy !== null && !(isWithheld && boundBy === 'withheld'))
        throw refusal(generationRefusals, 'in_use', { boundBy });
      await this.bin.ensure(tx, id);
      const from = binWorkflow.moves.remove.from;
      return this.bin.empty(tx, [id], { verb: 'remove', from, actorId: actor.id });
    });
    await this.removeFiles(emptied);
  }

  private async removeFiles({ keys }: Emptied): Promise<void> {
    for (const key of keys) await this.blobs.remove(key);
  }
}
