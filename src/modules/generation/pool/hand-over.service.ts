import { Injectable, Logger } from '@nestjs/common';
import type { RenderedFiles } from '../domain/provider';
import { FinishingService, type FinishedClip } from '../finishing/finishing.service';
import type { GenerationEntity } from '../generation.entity';
import { MarkingService, type Maker, type Marked } from '../provenance/marking.service';
import { ProviderRegistry } from '../providers/registry.provider';
import { DeliveryService } from './delivery.service';
import { OutcomeService } from './outcome.service';

/** What became of files that somebody rendered under a lease. */
export type HandOver =
  | { readonly kind: 'delivered' }
  /** The lease has ended meanwhile; what was stored for it was removed again. */
  | { readonly kind: 'late' }
  /** Not what was ordered; the attempt counts as failed. */
  | { readonly kind: 'unfit'; readonly reason: string };

/** What somebody rendered; of a remote worker with the checksum of its upload, by which it is known again. */
export type HandedFiles = RenderedFiles & { readonly upload?: string };

/** The one way from rendered files to a delivered clip, whoever rendered them: check, finish, mark, store, then charge. */
@Injectable()
export class HandOverService {
  private readonly log = new Logger('delivery');

  constructor(
    private readonly outcomes: OutcomeService,
    private readonly providers: ProviderRegistry,
    private readonly finishing: FinishingService,
    private readonly marking: MarkingService,
    private readonly deliveries: DeliveryService,
  ) {}

  async handOver(row: GenerationEntity, fence: bigint, files: HandedFiles, model: string): Promise<HandOver> {
    const claim = { generationId: row.id, fence };
    if (!(await this.outcomes.finish(claim, files.upload))) return { kind: 'late' };
    const kind = this.providers.find(row.provider)?.kind ?? 'model';
    const finished = await this.finishing.finish(row, files, kind);
    if (!finished.ok) {
      const { code, reason } = finished;
      const message = code === 'BAD_OUTPUT' ? `The renderer delivered something else: ${reason}.` : reason;
      return (await this.outcomes.fault(claim, code, message)) ? { kind: 'unfit', reason } : { kind: 'late' };
    }
    try {
      return await this.deliver(row, fence, finished.clip, { kind, model });
    } finally {
      await this.finishing.discard(finished.clip);
    }
  }

  private async deliver(
    row: GenerationEntity,
    fence: bigint,
    clip: FinishedClip,
    maker: Maker,
  ): Promise<HandOver> {
    const claim = { generationId: row.id, fence };
    let marked: Marked;
    try {
      marked = await this.marking.mark(row, fence, clip, maker);
    } catch (error) {
      this.log.error({ generation: row.id, error }, 'a clip could not be marked as its programme promises');
      const reason = error instanceof Error ? error.message : String(error);
      return (await this.outcomes.fault(claim, 'NOT_MARKED', reason))
        ? { kind: 'unfit', reason: 'it could not be marked' }
        : { kind: 'late' };
    }
    if (await this.outcomes.succeed(claim, marked, maker.model)) return { kind: 'delivered' };
    // A late result under an old fence: what was stored for it belongs to nobody.
    await this.deliveries.remove(marked.files);
    return { kind: 'late' };
  }
}
