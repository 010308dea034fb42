import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { BatchRepository } from '../batch.repository';
import { BookService } from '../book.service';
import { payoutsRefusals } from '../contract';
import type { PayoutRail } from '../domain/rail';
import { planOf, verbOf, type Attempt, type Conclusion, type SendLog } from '../domain/sending';
import type { PayoutEntity } from '../payout.entity';
import { PayoutRepository } from '../payout.repository';
import { RecipientRepository } from '../recipients/recipient.repository';
import { AttemptRepository } from './attempt.repository';

const GONE = 'Its earnings are no longer as they were approved. What is owed goes into the next batch.';
const CHANGED = 'The payee’s account changed after the approval. What is owed goes into the next batch.';

/** The memory of sending, in Postgres: attempts are committed before a rail is called, and the rail never inside of one. */
@Injectable()
export class AttemptLog {
  constructor(
    private readonly db: Database,
    private readonly batches: BatchRepository,
    private readonly payouts: PayoutRepository,
    private readonly attempts: AttemptRepository,
    private readonly recipients: RecipientRepository,
    private readonly book: BookService,
  ) {}

  /** The log of payouts that go by this rail. */
  of(rail: PayoutRail): SendLog {
    return {
      begin: async (payoutId) => {
        try {
          return await this.db.tx((tx) => this.begin(tx, rail, payoutId));
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'claimed_already') throw error;
          await this.giveUp(payoutId);
          return null;
        }
      },
      conclude: (attempt, conclusion) => this.conclude(attempt, conclusion),
    };
  }

  /** The batch is locked before the payout, in the order in which everybody does. */
  private async begin(tx: Tx, rail: PayoutRail, payoutId: string): Promise<Attempt | null> {
    const seen = await this.payouts.find(payoutId, tx.manager);
    const batch = seen === null ? null : await this.batches.share(tx, seen.batchId);
    if (batch?.state !== 'sending') return null;
    if (batch.rail !== rail.key || batch.mode !== rail.mode)
      throw refusal(payoutsRefusals, 'wrong_mode', { rail: rail.key, batch: batch.id });
    const payout = await this.payouts.lock(tx, payoutId);
    if (payout === null) return null;
    const plan = planOf(payout.state, await this.attempts.findLast(tx, payoutId));
    if (plan.do === 'nothing') return null;
    if (plan.do === 'resume') return this.attempts.again(tx, payout, rail);
    if (payout.state !== 'sending' && (await this.hasMoved(tx, rail, payout))) return null;
    if (payout.state === 'draft') await this.book.movePayout(tx, payout, 'approve', SYSTEM);
    if (payout.state === 'approved')
      await this.book.movePayout(tx, payout, 'send', SYSTEM, { rail: rail.key });
    const recipient = payout.recipient ?? payout.personId;
    return this.attempts.open(tx, payout, plan.number, rail, recipient);
  }

  private async conclude(attempt: Attempt, conclusion: Conclusion): Promise<void> {
    const batchId = await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, attempt.reference);
      if (payout === null || !(await this.attempts.conclude(tx, attempt, conclusion))) return null;
      const verb = verbOf(conclusion);
      if (verb === null) return null;
      const news =
        conclusion.outcome === 'accepted'
          ? { railRef: conclusion.railRef }
          : { reason: 'reason' in conclusion ? conclusion.reason : null };
      await this.book.movePayout(tx, payout, verb, SYSTEM, news);
      return verb === 'wait' ? payout.batchId : null;
    });
    if (batchId !== null && 'reason' in conclusion)
      await this.db.tx((tx) => this.book.pauseBatch(tx, batchId, conclusion.reason));
  }

  /** What it would pay is not there as approved: it ends before the rail hears of it. */
  private async giveUp(payoutId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout?.state === 'draft') await this.book.movePayout(tx, payout, 'fail', SYSTEM, { reason: GONE });
    });
  }

  /** Money goes to the account that was approved or nowhere: another one needs another approval. */
  private async hasMoved(tx: Tx, rail: PayoutRail, payout: PayoutEntity): Promise<boolean> {
    const now = await this.recipients.findOf(payout.personId, rail.key, tx);
    if (now === null) return false;
    const isSame = now.ref === payout.recipient && now.mark === payout.recipientMark;
    if (isSame && now.standing === 'ready') return false;
    const reason = isSame ? `The rail wants more from the payee: ${now.requirements.join(', ')}` : CHANGED;
    await this.book.movePayout(tx, payout, 'fail', SYSTEM, { reason });
    return true;
  }
}
