import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { BookService } from '../book.service';
import { payoutsRefusals } from '../contract';
import type { PayoutRail, RailTransfer } from '../domain/rail';
import { catchUp, send } from '../domain/sending';
import { PayoutRepository } from '../payout.repository';
import { RailRegistry } from '../rails/rail-registry.service';
import { AttemptLog } from './attempt-log.service';
import { followPayout, sendPayout } from './payout.jobs';

/** Seconds after which a payout that was not sent is woken again. Its lease says whether it is time. */
const UNSENT_AFTER_S = 5;
/** Seconds after which a rail that sent no news is asked by itself. */
const SILENT_AFTER_S = 60;

/** Sends payouts and follows their transfers. The algorithm is `domain/sending.ts`, its memory `AttemptLog`. */
@Injectable()
export class SendingService {
  constructor(
    private readonly db: Database,
    private readonly payouts: PayoutRepository,
    private readonly log: AttemptLog,
    private readonly book: BookService,
    private readonly queue: QueueService,
    private readonly rails: RailRegistry,
  ) {}

  async send(payoutId: string): Promise<void> {
    const rail = await this.railOf(payoutId);
    if (rail !== null) await send(this.log.of(rail), rail, payoutId);
  }

  /** Brings a payout to where the rail says its transfer is. Old news change nothing. */
  async follow(payoutId: string): Promise<void> {
    const rail = await this.railOf(payoutId);
    const seen = rail === null ? null : await this.see(rail, payoutId);
    if (seen === null) return;
    await this.db.tx(async (tx) => {
      const payout = await this.payouts.lock(tx, payoutId);
      if (payout === null) return;
      if (seen.amount !== payout.amount || seen.currency !== payout.currency)
        throw refusal(payoutsRefusals, 'transfer_mismatch', { payoutId });
      for (const verb of catchUp(payout.state, seen))
        await this.book.movePayout(tx, payout, verb, SYSTEM, {
          railRef: seen.railRef,
          bankRef: seen.bankRef,
          reason: seen.reason,
          returnedBy: seen.returnedBy,
        });
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

  /** Wakes up again what lost its job, and whose turn it is now. */
  async sweep(): Promise<void> {
    await this.enqueue(await this.payouts.listUnsent(null));
    await this.enqueue(await this.payouts.listWaiting(['sending'], UNSENT_AFTER_S));
    const travelling = await this.payouts.listWaiting(['in_transit'], SILENT_AFTER_S);
    await this.queue.addAll(travelling.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
  }

  /** Money that bounced back to the payee's account at the rail is taken back before it may be owed again. */
  private async see(rail: PayoutRail, payoutId: string): Promise<RailTransfer | null> {
    const seen = await rail.find(payoutId);
    if (seen?.state !== 'bounced') return seen;
    const answer = await rail.reverse(seen);
    return answer.outcome === 'accepted' ? rail.find(payoutId) : seen;
  }

  private async railOf(payoutId: string): Promise<PayoutRail | null> {
    const key = await this.payouts.railOf(payoutId);
    return key === null ? null : this.rails.get(key);
  }
}
