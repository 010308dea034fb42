import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { compensationRefusals, type Claim, type DueIn, type DueOf, type EarningDraft } from './contract';
import { EarningRepository } from './earning.repository';
import { EarningService } from './earning.service';
import { LateService } from './late.service';
import { AssessmentService } from './tax/assessment.service';

/** Payouts that a refusal names. */
const NAMED = 20;

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
   * The next `limit` people behind `after` (empty: the first) and what is due to each in this programme and currency that
   * belongs to no payout, net of tax: what is to be withheld is worked out before. By person id; none: that were all.
   * Who may not be paid is `PayGateService`'s to say.
   */
  async due(tx: Tx, of: DueIn, after: string, limit: number): Promise<DueOf[]> {
    const personIds = await this.earnings.listDuePeople(tx, of, after, limit);
    if (personIds.length === 0) return [];
    await this.assessment.assess(tx, of, personIds);
    return this.earnings.due(tx, of, personIds);
  }

  /** Promises earnings to payouts; refuses `claimed_already` (409) when one of them is no longer due. */
  async claim(tx: Tx, claims: readonly Claim[]): Promise<void> {
    const wanted = new Set(claims.flatMap(({ earningIds }) => earningIds));
    const claimed = await this.earnings.claim(tx, claims);
    if (claimed !== wanted.size)
      throw refusal(compensationRefusals, 'claimed_already', {
        payoutIds: claims.slice(0, NAMED).map(({ payoutId }) => payoutId),
      });
  }

  /** The payouts were cancelled, failed or came back: their earnings are due again. */
  async unclaim(tx: Tx, payoutIds: readonly string[]): Promise<void> {
    await this.earnings.unclaim(tx, payoutIds);
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
