import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Handles } from '../../../platform/queue/job.registry';
import { QueueService } from '../../../platform/queue/queue.service';
import { PATIENCE_SECONDS, UNTAKEN_SECONDS } from '../domain/clocks';
import { isWaiting } from '../domain/generation.workflow';
import { renderJobId, SWEEP } from '../generation.jobs';
import { MoveService } from '../move.service';
import { ProviderRegistry } from '../providers/registry.provider';
import { LeaseRepository } from './lease.repository';
import { OutcomeService } from './outcome.service';

/** Heals what crashes leave behind. Everything it needs to know is in Postgres; any process may do it at any time. */
@Injectable()
export class SweepProcessor {
  constructor(
    private readonly db: Database,
    private readonly queue: QueueService,
    private readonly leases: LeaseRepository,
    private readonly outcomes: OutcomeService,
    private readonly moves: MoveService,
    private readonly providers: ProviderRegistry,
  ) {}

  @Handles(SWEEP)
  async sweep(): Promise<void> {
    await this.endOverdue();
    await this.enqueueUntaken(UNTAKEN_SECONDS);
    await this.expireUnstarted(PATIENCE_SECONDS);
  }

  /** Clips of silent workers are tried again, those past their deadline are over. */
  async endOverdue(): Promise<void> {
    for (const { id, fence, isPastDeadline } of await this.leases.listOverdue()) {
      const claim = { generationId: id, fence };
      if (isPastDeadline) await this.outcomes.abort(claim);
      else await this.outcomes.lose(claim);
    }
  }

  /** Released clips that nobody took within `seconds`: the queue may have lost their jobs. */
  async enqueueUntaken(seconds: number): Promise<void> {
    for (const { id, attempt, pool } of await this.leases.listUntaken(seconds)) {
      const data = { generationId: id, attempt };
      await this.queue.add({ kind: this.providers.jobOf(pool), id: renderJobId(data), data });
    }
  }

  /** Clips that could not be started within `seconds` of their submit. */
  async expireUnstarted(seconds: number): Promise<void> {
    for (const id of await this.leases.listUnstarted(seconds)) {
      await this.db.tx(async (tx) => {
        const row = await this.moves.lock(tx, id);
        if (!isWaiting(row.state)) return;
        await this.moves.act(tx, row, 'expire', SYSTEM, {
          failureCode: 'PATIENCE',
          failureMessage:
            'No worker could start this clip within a day. Nothing was charged. Submit it again.',
        });
      });
    }
  }
}
