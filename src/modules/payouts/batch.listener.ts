import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { BatchService } from './batch.service';
import { batchMoved, payoutMoved, type BatchMoved, type PayoutMoved } from './contract';
import { isEnded } from './domain/payout.workflow';
import { SendingService } from './sending/sending.service';

/** What follows by itself: approved → sent, sent → one job per payout, all payouts ended → done. */
@Injectable()
export class PayoutBatchListener {
  constructor(
    private readonly batches: BatchService,
    private readonly sending: SendingService,
  ) {}

  @On(batchMoved, 'money')
  async onBatchMoved(tx: Tx, { payload }: DomainEvent<BatchMoved>): Promise<void> {
    if (payload.to === 'approved') await this.batches.sendApproved(tx, payload.batchId);
    if (payload.to !== 'sending') return;
    const unsent = await this.batches.listUnsent(tx, payload.batchId);
    tx.afterCommit(() => void this.sending.enqueue(unsent).catch(() => undefined));
  }

  @On(payoutMoved, 'money')
  async onPayoutMoved(tx: Tx, { payload }: DomainEvent<PayoutMoved>): Promise<void> {
    if (isEnded(payload.to)) await this.batches.finishEnded(tx, payload.batchId);
  }
}
