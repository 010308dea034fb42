import { Injectable } from '@nestjs/common';
import type { Currency } from '../../kernel/money';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { compensationRefusals, type DueOf, type EarningDraft } from './contract';
import { EarningRepository } from './earning.repository';
import { EarningService } from './earning.service';
import { LateService } from './late.service';
import { AssessmentService } from './tax/assessment.service';

/** What artists are owed, from the fact that earned it to the payout that carried it: the face for other modules. */
@Injectable()
export class CompensationService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
    private readonly late: LateService,
    private readonly assessment: AssessmentService,
  ) {}

  /** See `EarningService.earn`: a fact earns once, however often it is told. */
  async earn(tx: Tx, draft: EarningDraft): Promise<void> {
    await this.earning.earn(tx, draft);
  }

  /**
   * Per person: what is due in this programme and currency and belongs to no payout, net of tax. Inside of a transaction
   * hand over `tx`: then what is to be withheld is worked out before. Who may not be paid is `PayGateService`'s to say.
   */
  async due(programId: string, currency: Currency, tx?: Tx): Promise<DueOf[]> {
    if (tx !== undefined) await this.assessment.assess(tx, programId, currency);
    return this.earnings.due(programId, currency, tx);
  }

  /** Promises earnings to one payout; refuses `claimed_already` (409) when one of them is no longer due. */
  async claim(tx: Tx, earningIds: readonly string[], payoutId: string): Promise<void> {
    const claimed = await this.earnings.claim(tx, earningIds, payoutId);
    if (claimed !== new Set(earningIds).size)
      throw refusal(compensationRefusals, 'claimed_already', { payoutId });
  }

  /** The payout was cancelled, failed or came back: its earnings are due again. */
  async unclaim(tx: Tx, payoutId: string): Promise<void> {
    await this.earnings.unclaim(tx, payoutId);
  }

  /** Which of these payouts pay for work: banks must be told apart pay and grants. A payout of both is pay. */
  async payForWork(payoutIds: readonly string[]): Promise<Set<string>> {
    return this.earnings.payForWork(payoutIds);
  }

  /** The payout arrived: its earnings are paid, and what came late earns for the wait. */
  async markPaid(tx: Tx, payoutId: string): Promise<void> {
    await this.earnings.markPaid(tx, payoutId);
    await this.late.compensate(tx, payoutId);
  }
}
