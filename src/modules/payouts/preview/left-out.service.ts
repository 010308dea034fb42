import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import type { PayoutBatchDetailView } from '../batch.dto';
import { BatchRepository } from '../batch.repository';
import { BookService } from '../book.service';
import { payoutsRefusals } from '../contract';
import { approvalsNeeded } from '../domain/approval.policy';
import { PayoutRepository } from '../payout.repository';
import { ViewService } from '../view.service';

/** Takes a payee out of a draft: the one change a batch knows. What they are owed is due again at once. */
@Injectable()
export class LeftOutService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly batches: BatchRepository,
    private readonly payouts: PayoutRepository,
    private readonly book: BookService,
    private readonly audit: AuditService,
    private readonly views: ViewService,
  ) {}

  /** Refuses `wrong_state` once it is approved, `last_payee`, and `own_money` to whoever the batch pays. */
  async leaveOut(
    id: string,
    personId: string,
    reason: string,
    actor: Actor,
    once: Once,
  ): Promise<PayoutBatchDetailView> {
    return this.idempotency.run(once, async (tx) => {
      const batch = await this.batches.lock(tx, id);
      const payout = await this.payouts.findIn(tx, id, personId);
      if (batch === null || payout === null) throw refusal(payoutsRefusals, 'not_found');
      if (payout.isLeftOut) return this.views.batch(batch, actor, tx);
      if (batch.state !== 'draft')
        throw refusal(payoutsRefusals, 'wrong_state', { state: batch.state, verb: 'leave_out' });
      if (await this.payouts.pays(tx, id, actor.id)) throw refusal(payoutsRefusals, 'own_money');
      if (batch.payouts === 1) throw refusal(payoutsRefusals, 'last_payee');
      await this.book.movePayout(tx, payout, 'cancel', actor, { reason });
      await this.payouts.markLeftOut(tx, payout.id);
      const { amount } = payout;
      const needed = approvalsNeeded({ amount: batch.total - amount, currency: batch.currency });
      const now = await this.batches.leaveOut(tx, id, { personId, amount }, needed, actor.id);
      const note = {
        personId,
        payoutId: payout.id,
        amount: amount.toString(),
        reason,
        hash: now.contentHash,
      };
      await this.audit.record(tx, actor, 'payouts.leave_out', id, note);
      return this.views.batch(now, actor, tx);
    });
  }
}
