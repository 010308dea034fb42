import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor';
import type { DomainEvent } from '../../kernel/event';
import { Refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { AuditService } from '../audit';
import { feedbackMoved, type FeedbackMoved } from '../feedback';
import { account } from '../ledger';
import { ProgramService, type RateCard, type RateItem } from '../program';
import { CompensationService } from './compensation.service';
import { rateItemOf } from './domain/rules';

/** Facts of other modules that earn money by the rate card in force when they happened. */
@Injectable()
export class EarningListener {
  constructor(
    private readonly programs: ProgramService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  @On(feedbackMoved, 'money')
  async feedbackMoved(tx: Tx, { payload }: DomainEvent<FeedbackMoved>): Promise<void> {
    const item = rateItemOf(payload);
    if (item === null) return;
    const { payRef, programId, personId, type, verb } = payload;
    const card = await this.rateCard(tx, programId);
    const amount = card?.items[item];
    if (card === null || amount === undefined) return this.noRate(tx, payload, item);
    await this.compensation.earn(tx, {
      programId,
      personId,
      category: 'service',
      causeType: 'feedback',
      causeId: payRef, // never the item's id where the author gave no name
      amount,
      currency: card.currency,
      source: account.fund(programId, card.currency),
      rate: { version: card.version, item },
      evidence: { feedbackId: payRef, type, verb, rateCardId: card.id },
    });
  }

  private async rateCard(tx: Tx, programId: string): Promise<RateCard | null> {
    try {
      return await this.programs.rateCard(programId, tx);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'nothing_published') return null;
      throw error;
    }
  }

  /** Nothing is recorded for nothing: a price of zero would look like a decision. The gap is noted for the manager. */
  private async noRate(
    tx: Tx,
    { payRef, programId, personId }: FeedbackMoved,
    item: RateItem,
  ): Promise<void> {
    await this.audit.record(tx, SYSTEM, 'compensation.no_rate', payRef, { programId, personId, item });
  }
}
