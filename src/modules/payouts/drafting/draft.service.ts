import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import type { PayoutBatchDetailView, NewPayoutBatchInput } from '../batch.dto';
import { BatchRepository } from '../batch.repository';
import { BookService } from '../book.service';
import { approvalsNeeded } from '../domain/approval.policy';
import { RailRegistry } from '../rails/rail-registry.service';
import { ViewService } from '../view.service';
import { DraftLines } from './draft-lines.service';

/** Puts a batch together: one payout per person with earnings due, its content frozen under a hash. */
@Injectable()
export class DraftService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly rails: RailRegistry,
    private readonly batches: BatchRepository,
    private readonly lines: DraftLines,
    private readonly book: BookService,
    private readonly views: ViewService,
  ) {}

  /** Refuses `nothing_due`, and `all_blocked` with the reasons. */
  async draft(
    { programId, currency, rail: wanted }: NewPayoutBatchInput,
    actor: Actor,
    once: Once,
  ): Promise<PayoutBatchDetailView> {
    const rail = this.rails.get(wanted ?? this.rails.usual);
    return this.idempotency.run(once, async (tx) => {
      const batchId = newId('pbt');
      const { key, mode } = rail;
      await this.batches.insert(tx, {
        id: batchId,
        programId,
        currency,
        rail: key,
        mode,
        draftedBy: actor.id,
      });
      const content = await this.lines.collect(tx, batchId, { programId, currency, rail });
      const batch = await this.batches.complete(tx, batchId, {
        ...content,
        approvalsNeeded: approvalsNeeded({ amount: content.total, currency }),
      });
      await this.book.note(tx, actor, 'draft_batch', batch);
      return this.views.batch(batch, actor, tx);
    });
  }
}
