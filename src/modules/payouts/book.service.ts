import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../kernel/actor';
import { decide, refusedMove } from '../../kernel/workflow';
import type { Tx } from '../../platform/db/database';
import { Outbox } from '../../platform/outbox/outbox';
import { AuditService } from '../audit';
import { CompensationService } from '../compensation';
import { LedgerService } from '../ledger';
import type { PayoutBatchEntity } from './batch.entity';
import { BatchRepository } from './batch.repository';
import { batchMoved, payoutMoved, payoutsRefusals } from './contract';
import { batchWorkflow, type BatchFacts, type BatchVerb } from './domain/batch.workflow';
import { payoutWorkflow, type PayoutState, type PayoutVerb } from './domain/payout.workflow';
import * as recipes from './domain/recipes';
import type { PayoutEntity } from './payout.entity';
import { PayoutRepository, type PayoutNews } from './payout.repository';

/** Steps of a payout that its batch's own audit line covers. */
const COVERED: readonly PayoutVerb[] = ['approve', 'cancel'];

/** Payouts that are cancelled by one statement. */
const AT_ONCE = 1_000;

const NO_FACTS: BatchFacts = {
  isOwnDraft: false,
  isPayee: false,
  hasApproved: false,
  isHashSeen: false,
  approvalsMissing: 0,
  open: 0,
};

/**
 * The only place where a batch or a payout changes state. A payout's money, its earnings, its history line and its
 * event are of the same transaction: either all of a step happened or nothing did.
 */
@Injectable()
export class BookService {
  constructor(
    private readonly batches: BatchRepository,
    private readonly payouts: PayoutRepository,
    private readonly ledger: LedgerService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Moves a locked payout. `false`: it was there already. Refuses what the workflow does not allow. */
  async movePayout(
    tx: Tx,
    payout: PayoutEntity,
    verb: PayoutVerb,
    actor: Actor,
    news: PayoutNews = {},
  ): Promise<boolean> {
    const decision = decide(payoutWorkflow, payout.state, verb, actor, {});
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(payoutsRefusals, decision.code, payoutWorkflow, payout.state, verb);
    const from = payout.state;
    const { to } = decision;
    const note = news.reason ? { reason: news.reason } : {};
    const hasMoved = await this.payouts.move(tx, { id: payout.id, verb, from, to, actor, note }, news);
    if (!hasMoved) throw new Error(`payout ${payout.id} moved although it was locked`);
    await this.moveMoney(tx, payout, verb, from);
    payout.state = to;
    await this.tell(tx, payout, verb, from, actor, { ...note, ...(await this.returner(tx, payout, news)) });
    return true;
  }

  /** Moves a locked batch. `false`: it was there already. Refuses what the workflow does not allow. */
  async moveBatch(
    tx: Tx,
    batch: PayoutBatchEntity,
    verb: BatchVerb,
    actor: Actor,
    facts: BatchFacts,
    note: Readonly<Record<string, unknown>> = {},
  ): Promise<boolean> {
    const decision = decide(batchWorkflow, batch.state, verb, actor, facts);
    if (decision.kind === 'already') return false;
    if (decision.kind === 'refused')
      throw refusedMove(payoutsRefusals, decision.code, batchWorkflow, batch.state, verb);
    const from = batch.state;
    const { to } = decision;
    const hasMoved = await this.batches.move(tx, { id: batch.id, verb, from, to, actor, note });
    if (!hasMoved) throw new Error(`batch ${batch.id} moved although it was locked`);
    batch.state = to;
    await this.audit.record(tx, actor, `payouts.${verb}_batch`, batch.id, { from, to, ...note });
    const { id: batchId, programId } = batch;
    await this.outbox.add(tx, batchMoved, { batchId, programId, verb, from, to });
    return true;
  }

  /**
   * Gives back what a batch has not begun with: a thousand payouts at a time, all in the caller's transaction. Their
   * earnings were only promised: with the draft the promise ends.
   */
  async cancelDrafts(tx: Tx, batchId: string, actor: Actor): Promise<void> {
    const decision = decide(payoutWorkflow, 'draft', 'cancel', actor, {});
    if (decision.kind !== 'move')
      throw refusedMove(payoutsRefusals, 'wrong_state', payoutWorkflow, 'draft', 'cancel');
    const { to } = decision;
    let gone = await this.payouts.cancelDrafts(tx, batchId, actor.id, to, AT_ONCE);
    while (gone.length > 0) {
      const told = gone.map(({ amount, ...line }) => ({
        ...line, batchId, verb: 'cancel', from: 'draft', to, amount: amount.toString(),
      } as const)); // prettier-ignore
      await this.outbox.addAll(tx, payoutMoved, told);
      gone = await this.payouts.cancelDrafts(tx, batchId, actor.id, to, AT_ONCE);
    }
  }

  /** The rail wants nothing from us at the moment: nothing more is sent until a person lets it go on. */
  async pauseBatch(tx: Tx, id: string, reason: string): Promise<void> {
    const batch = await this.batches.lock(tx, id);
    if (batch?.state !== 'sending') return;
    await this.batches.setPauseReason(tx, id, reason);
    await this.moveBatch(tx, batch, 'pause', SYSTEM, NO_FACTS, { reason });
  }

  /** An act of a person on a batch that moves nothing: drafting it, the first of two approvals. */
  async note(tx: Tx, actor: Actor, act: string, batch: PayoutBatchEntity): Promise<void> {
    const { total, currency, payouts, contentHash: hash } = batch;
    await this.audit.record(tx, actor, `payouts.${act}`, batch.id, {
      total: total.toString(),
      currency,
      payouts,
      hash,
    });
  }

  /** What a step does to money and earnings; `domain/recipes.ts` has the arrows. */
  private async moveMoney(tx: Tx, payout: PayoutEntity, verb: PayoutVerb, from: PayoutState): Promise<void> {
    const { id } = payout;
    if (verb === 'approve') {
      await this.compensation.claim(tx, [{ payoutId: id, earningIds: payout.earningIds }]);
      return this.ledger.hold(tx, recipes.approved(payout));
    }
    if (verb === 'accept') return this.ledger.settle(tx, recipes.accepted(payout));
    if (verb === 'settle') {
      await this.ledger.post(tx, recipes.paid(payout));
      return this.compensation.markPaid(tx, id);
    }
    if (verb === 'return') await this.ledger.post(tx, recipes.returned(payout, from === 'paid'));
    else if (verb === 'fail' && from === 'in_transit') await this.ledger.post(tx, recipes.failed(payout));
    else if ((verb === 'fail' && from !== 'draft') || (verb === 'cancel' && from === 'approved'))
      await this.ledger.release(tx, recipes.holdOf(id));
    if (verb === 'return' || verb === 'fail' || verb === 'cancel') await this.compensation.unclaim(tx, [id]);
  }

  /** Who sent back a payout that came back. */
  private async returner(
    tx: Tx,
    { id, state }: PayoutEntity,
    { returnedBy = 'bank' }: PayoutNews,
  ): Promise<Pick<PayoutNews, 'returnedBy'>> {
    if (state !== 'returned') return {};
    return { returnedBy: (await this.payouts.isTakenBack(tx, id)) ? 'person' : returnedBy };
  }

  private async tell(
    tx: Tx,
    payout: PayoutEntity,
    verb: PayoutVerb,
    from: PayoutState,
    actor: Actor,
    note: Pick<PayoutNews, 'returnedBy'> & { readonly reason?: string },
  ): Promise<void> {
    const { id: payoutId, batchId, personId, state: to, currency } = payout;
    const amount = payout.amount.toString();
    if (!COVERED.includes(verb))
      await this.audit.record(tx, actor, `payouts.${verb}`, payoutId, {
        from,
        to,
        amount,
        currency,
        ...note,
      });
    const { returnedBy } = note;
    await this.outbox.add(tx, payoutMoved, {
      payoutId, batchId, personId, verb, from, to, amount, currency, ...(returnedBy && { returnedBy }),
    }); // prettier-ignore
  }
}
