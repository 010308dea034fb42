import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { BookService } from '../book.service';
import { payoutsRefusals } from '../contract';
import { PAYOUT_RAIL, type PayAnswer, type PayoutRail } from '../domain/rail';
import { catchUp, nextAttempt, send, VERB_OF, type Attempt, type SendLog } from '../domain/sending';
import { PayoutRepository } from '../payout.repository';
import { AttemptRepository } from './attempt.repository';
import { followPayout, sendPayout } from './payout.jobs';

/** Seconds after which a payout that was not sent is woken again: longer than a job and its retries take. */
const UNSENT_AFTER_S = 15;
/** Seconds after which a rail that sent no news is asked by itself. */
const SILENT_AFTER_S = 60;

/**
 * Sends payouts and follows their transfers. The algorithm is `domain/sending.ts`; this is its memory in Postgres. The
 * rail is never called inside a transaction.
 */
@Injectable()
export class SendingService implements SendLog {
  constructor(
    private readonly db: Database,
    private readonly payouts: PayoutRepository,
    private readonly attempts: AttemptRepository,
    private readonly book: BookService,
    private readonly queue: QueueService,
    @Inject(PAYOUT_RAIL) private readonly rail: PayoutRail,
  ) {}

  async send(payoutId: string): Promise<void> {
    await send(this, this.rail, payoutId);
  }

  async begin(payoutId: string): Promise<Attempt | null> {
    return this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout === null) return null;
      const number = nextAttempt(payout.state, await this.attempts.findLast(tx, payoutId));
      if (number === null) return null;
      const rail = this.rail.key;
      if (payout.state === 'approved') await this.book.movePayout(tx, payout, 'send', SYSTEM, { rail });
      const attemptId = await this.attempts.insert(tx, payout, number, rail);
      const { id: reference, personId, amount, currency } = payout;
      return { attemptId, reference, personId, amount, currency, number };
    });
  }

  async conclude({ attemptId, reference }: Attempt, answer: PayAnswer): Promise<void> {
    await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, reference);
      if (payout === null || !(await this.attempts.conclude(tx, attemptId, answer))) return;
      const news = answer.outcome === 'accepted' ? { railRef: answer.railRef } : { reason: answer.reason };
      await this.book.movePayout(tx, payout, VERB_OF[answer.outcome], SYSTEM, news);
    });
  }

  /** Brings a payout to where the rail says its transfer is. Old news change nothing. */
  async follow(payoutId: string): Promise<void> {
    const seen = await this.rail.find(payoutId);
    if (seen === null) return;
    await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout === null) return;
      if (seen.amount !== payout.amount || seen.currency !== payout.currency)
        throw refusal(payoutsRefusals, 'transfer_mismatch', { payoutId });
      for (const verb of catchUp(payout.state, seen))
        await this.book.movePayout(tx, payout, verb, SYSTEM, { railRef: seen.railRef, reason: seen.reason });
    });
  }

  /** A person has looked at a payout on hold: the rail is asked again, and sent to only if it certainly has nothing. */
  async retry(payoutId: string, actor: Actor, reason: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout === null) throw refusal(payoutsRefusals, 'not_found');
      const hasMoved = await this.book.movePayout(tx, payout, 'retry', actor, { reason });
      if (hasMoved) tx.afterCommit(() => void this.enqueue([payoutId]).catch(() => undefined));
    });
  }

  /** Wakes the senders. A lost wake-up is found by the sweep. */
  async enqueue(payoutIds: readonly string[]): Promise<void> {
    await this.queue.addAll(
      payoutIds.map((payoutId) => ({ kind: sendPayout, id: payoutId, data: { payoutId } })),
    );
  }

  /** Wakes up again what lost its job. */
  async sweep(): Promise<void> {
    await this.enqueue(await this.payouts.listWaiting(['approved', 'sending'], UNSENT_AFTER_S));
    const travelling = await this.payouts.listWaiting(['in_transit'], SILENT_AFTER_S);
    await this.queue.addAll(travelling.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
  }
}
