import { Injectable } from '@nestjs/common';
import type { RenderedFiles } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { DeliveryService } from './delivery.service';
import { OutcomeService } from './outcome.service';

/** What became of files that somebody rendered under a lease. */
export type HandOver =
  | { readonly kind: 'delivered' }
  /** The lease has ended meanwhile; what was stored for it was removed again. */
  | { readonly kind: 'late' }
  /** Not what was ordered; the attempt counts as failed. */
  | { readonly kind: 'unfit'; readonly reason: string };

/** The one way from rendered files to a delivered clip, whoever rendered them: check, finish, store, then charge. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly outcomes: OutcomeService,
    private readonly deliveries: DeliveryService,
  ) {}

  async handOver(
    row: GenerationEntity,
    fence: bigint,
    files: RenderedFiles,
    model: string,
  ): Promise<HandOver> {
    const claim = { generationId: row.id, fence };
    if (!(await this.outcomes.finish(claim))) return { kind: 'late' };
    const reason = await this.deliveries.inspect(row, files);
    if (reason !== null) {
      const message = `The renderer delivered something else: ${reason}.`;
      return (await this.outcomes.fault(claim, 'BAD_OUTPUT', message))
        ? { kind: 'unfit', reason }
        : { kind: 'late' };
    }
    const stored = await this.deliveries.store(row, fence, files);
    if (await this.outcomes.succeed(claim, stored, model)) return { kind: 'delivered' };
    // A late result under an old fence: what was stored for it belongs to nobody.
    await this.deliveries.remove(stored);
    return { kind: 'late' };
  }
}
