import { Injectable } from '@nestjs/common';
import { refusal } from '../../kernel/refusal';
import type { Tx } from '../../platform/db/database';
import { compensationRefusals, type Category, type Claim, type DueIn, type EarningDraft } from './contract';
import { EarningRepository } from './earning.repository';
import { EarningService } from './earning.service';
import { LateService } from './late.service';
import { PromiseRepository } from './promises/promise.repository';
import { AssessmentService } from './tax/assessment.service';
import { PayGateService } from './tax/pay-gate.service';

/** Payouts that a refusal names. */
const NAMED = 20;

/** People whose tax forms are in hand at once. */
const PAGE = 2_000;

/** What artists are owed, from the fact that earned it to the payout that carried it: the face for other modules. */
@Injectable()
export class CompensationService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
    private readonly late: LateService,
    private readonly promises: PromiseRepository,
    private readonly assessment: AssessmentService,
    private readonly gate: PayGateService,
  ) {}

  /** See `EarningService.earn`: a fact earns once, however often it is told. */
  async earn(tx: Tx, draft: EarningDraft): Promise<void> {
    await this.earning.earn(tx, draft);
  }

  /**
   * Before a batch is put together: what is to be withheld is worked out, and nothing that is due here changes until the
   * transaction ends. Returns who may not be paid for want of a tax form; `compensation_due` says what is due to whom.
   */
  async prepareDraft(tx: Tx, of: DueIn): Promise<string[]> {
    await this.promises.close(tx, of);
    if (!(await this.gate.asks(of.programId, tx))) return [];
    const formless: string[] = [];
    let people = await this.earnings.listDuePeople(tx, of, '', PAGE);
    while (people.length > 0) {
      await this.assessment.assess(tx, of, people);
      formless.push(...(await this.gate.blocked(of.programId, people, tx)).keys());
      people = await this.earnings.listDuePeople(tx, of, people.at(-1) ?? '', PAGE);
    }
    return formless;
  }

  /** Earnings become their payouts' as these are let go; refuses `claimed_already` (409) when one of them is no longer due. */
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

  /** What each of these earnings is in the artist's books. */
  async categories(earningIds: readonly string[]): Promise<Map<string, Category>> {
    return this.earnings.categories(earningIds);
  }

  /** The payout arrived: its earnings are paid, and what came late earns for the wait. */
  async markPaid(tx: Tx, payoutId: string): Promise<void> {
    await this.earnings.markPaid(tx, payoutId);
    await this.late.compensate(tx, payoutId);
  }
}
