import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { toJsonInteger } from '../../kernel/money';
import { refusal } from '../../kernel/refusal';
import { Idempotency, type Once } from '../../platform/idempotency/idempotency';
import type { PayoutBatchDetailView, NewPayoutBatchInput } from './batch.dto';
import { BatchRepository } from './batch.repository';
import { payoutsRefusals } from './contract';
import { approvalsNeeded } from './domain/approval.policy';
import { DueService, type Draft } from './due.service';
import { PayoutRepository } from './payout.repository';
import { RailRegistry } from './rails/rail-registry.service';
import { ViewService } from './view.service';

/** Puts a batch together: one payout per person with earnings due, its content frozen under a hash. */
@Injectable()
export class DraftService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly due: DueService,
    private readonly rails: RailRegistry,
    private readonly batches: BatchRepository,
    private readonly payouts: PayoutRepository,
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
      const draft = await this.due.collect(tx, programId, currency, rail, actor.id);
      refuseEmpty(draft);
      const batchId = newId('pbt');
      const lines = draft.lines.map((line) => ({ ...line, payoutId: newId('pay') }));
      await this.batches.insert(tx, {
        id: batchId,
        programId,
        currency,
        rail: rail.key,
        mode: rail.mode,
        draftedBy: actor.id,
        approvalsNeeded: approvalsNeeded({ amount: draft.total, currency }),
        total: draft.total,
        payouts: lines.length,
        blocked: draft.blocked.map((blocked) => ({ ...blocked, amount: blocked.amount.toString() })),
      });
      await this.payouts.insertAll(
        tx,
        lines.map(({ payoutId: id, earningIds, ...line }) => ({
          ...line,
          id,
          batchId,
          programId,
          currency,
          earningIds: [...earningIds],
        })),
      );
      for (const { earningIds, payoutId } of lines) await this.due.claim(tx, earningIds, payoutId);
      const batch = await this.batches.freeze(tx, batchId);
      await this.due.note(tx, actor, batch);
      return this.views.batch(batch, await this.payouts.listOf(batchId, tx.manager), actor, tx);
    });
  }
}

function refuseEmpty({ lines, blocked }: Draft): void {
  if (lines.length > 0) return;
  if (blocked.length === 0) throw refusal(payoutsRefusals, 'nothing_due');
  throw refusal(payoutsRefusals, 'all_blocked', {
    blocked: blocked.map(({ personId, amount, reason }) => ({
      personId,
      amount: toJsonInteger(amount),
      reason,
    })),
  });
}
