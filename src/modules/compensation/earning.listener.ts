import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { licenceGranted, type LicenceGranted } from '../approval';
import { feedbackMoved, type FeedbackMoved } from '../feedback';
import { rateItemsOf } from './domain/rules';
import { EarningService } from './earning.service';
import { VoidService } from './tasks/void.service';

/** Accepted feedback, feedback reported before, and licences earn by the rate card in force when that happened. */
@Injectable()
export class EarningListener {
  constructor(
    private readonly earning: EarningService,
    private readonly voids: VoidService,
  ) {}

  @On(feedbackMoved, 'money')
  async feedbackMoved(tx: Tx, { payload, at }: DomainEvent<FeedbackMoved>): Promise<void> {
    const items = rateItemsOf(payload);
    if (items.length === 0) return;
    const { payRef, programId, personId, type, verb, origin } = payload;
    await this.voids.lock(tx, 'feedback', payRef);
    await this.earning.earnByCard(tx, {
      programId,
      personId,
      items,
      category: 'service',
      causeType: 'feedback',
      causeId: payRef, // never the item's id where the author gave no name
      evidence: { feedbackId: payRef, type, verb, origin },
      at,
    });
    await this.voids.apply(tx, 'feedback', payRef);
  }

  /** Once for each licence, however often it is told: its id is the cause. */
  @On(licenceGranted, 'money')
  async licenceGranted(tx: Tx, { payload, at }: DomainEvent<LicenceGranted>): Promise<void> {
    const { licenceId, workId, programId, personId, use, rateItem, roundId, purpose, title } = payload;
    await this.earning.earnByCard(tx, {
      programId,
      personId,
      items: [rateItem],
      category: 'royalty',
      causeType: 'licence',
      causeId: licenceId,
      evidence: { licenceId, workId, use, roundId, purpose, title },
      at,
    });
  }
}
