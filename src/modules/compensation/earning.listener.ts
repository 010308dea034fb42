import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { feedbackMoved, type FeedbackMoved } from '../feedback';
import { rateItemOf } from './domain/rules';
import { EarningService } from './earning.service';

/** Feedback that was accepted, or reported before, earns by the rate card in force when that happened. */
@Injectable()
export class EarningListener {
  constructor(private readonly earning: EarningService) {}

  @On(feedbackMoved, 'money')
  async feedbackMoved(tx: Tx, { payload, at }: DomainEvent<FeedbackMoved>): Promise<void> {
    const item = rateItemOf(payload);
    if (item === null) return;
    const { feedbackId, programId, personId, type, verb } = payload;
    await this.earning.earnByCard(tx, {
      programId,
      personId,
      item,
      category: 'service',
      causeType: 'feedback',
      causeId: feedbackId,
      evidence: { feedbackId, type, verb },
      at,
    });
  }
}
