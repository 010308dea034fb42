import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { decide } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { reversalWorkflow, type ReversalVerb } from '../domain/reversal.workflow';
import { PayoutRepository } from '../payout.repository';
import { RailRegistry } from '../rails/rail-registry.service';
import { SendingService } from '../sending/sending.service';
import { takeBack } from './reversal.jobs';
import { ReversalRepository } from './reversal.repository';

/**
 * Lets the rail take a payout back. The rail says what became of it; the books then follow the rail, as they do when a
 * bank sends money back. Any number of runs take it back once.
 */
@Injectable()
export class TakingBackService {
  constructor(
    private readonly db: Database,
    private readonly reversals: ReversalRepository,
    private readonly payouts: PayoutRepository,
    private readonly rails: RailRegistry,
    private readonly sending: SendingService,
    private readonly queue: QueueService,
  ) {}

  async wake(id: string): Promise<void> {
    await this.queue.add({ kind: takeBack, id, data: { reversalId: id } });
  }

  async run(id: string): Promise<void> {
    const row = await this.reversals.find(id);
    if (row?.state !== 'taking_back') return;
    const key = await this.payouts.railOf(row.payoutId);
    if (key === null) return;
    const rail = this.rails.get(key);
    const found = await rail.find(row.payoutId);
    if (found === null) return this.note(id, 'the rail does not know this payout at the moment');
    const isBack = found.state === 'returned' || found.state === 'failed';
    const answer = isBack ? { outcome: 'accepted' as const } : await rail.reverse(found);
    if (answer.outcome === 'rejected') return this.end(id, 'refuse', answer.reason);
    if (answer.outcome !== 'accepted') return this.note(id, answer.reason);
    await this.sending.follow(row.payoutId);
    const payout = await this.payouts.find(row.payoutId);
    if (payout?.state === 'returned' || payout?.state === 'failed')
      return this.end(id, 'complete', 'The money is back.');
    await this.note(id, 'taken back; the books wait for the rail to say so');
  }

  async sweep(): Promise<void> {
    for (const id of await this.reversals.listRunning()) await this.wake(id);
  }

  private async end(id: string, verb: ReversalVerb, answer: string): Promise<void> {
    await this.db.tx(async (tx) => {
      const row = await this.reversals.lock(tx, id);
      if (row === null) return;
      const facts = { isOwnRequest: false, isPayee: false, payout: 'paid' as const };
      const decision = decide(reversalWorkflow, row.state, verb, SYSTEM, facts);
      if (decision.kind !== 'move') return;
      await this.reversals.setAnswer(tx, id, answer);
      await this.reversals.move(tx, {
        id,
        verb,
        from: row.state,
        to: decision.to,
        actor: SYSTEM,
        note: { answer },
      });
    });
  }

  private async note(id: string, answer: string): Promise<void> {
    await this.db.tx((tx) => this.reversals.setAnswer(tx, id, answer));
  }
}
