import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { generationRefusals } from '../contract';
import { fitting } from '../domain/capabilities';
import { DispatchBell, ReleaseBell } from '../pool/bell.service';
import { LeaseService, type Taken } from '../pool/lease.service';
import { OutcomeService } from '../pool/outcome.service';
import { JobService } from './job.service';
import type { JobClaimBody, JobClaimView } from './worker.dto';
import { WorkerRepository, type Standing } from './worker.repository';

/** How often to look again without being woken: another process may have released something. */
const LOOK_MS = 500;

type Skipped = JobClaimView['skipped'];

/** Gives clips to remote workers: what the dispatcher has released, in its order, to whoever asks first and can make it. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly workers: WorkerRepository,
    private readonly jobs: JobService,
    private readonly leases: LeaseService,
    private readonly outcomes: OutcomeService,
    private readonly released: ReleaseBell,
    private readonly dispatch: DispatchBell,
  ) {}

  /**
   * Waits up to `waitMs` for a clip that fits. `gone` fires when the worker has hung up: what it will never hear of is
   * handed back, and nobody counts that as a fault.
   */
  async claim(me: Actor, body: JobClaimBody, gone: AbortSignal): Promise<JobClaimView> {
    const until = Date.now() + body.waitMs;
    const repeated = body.claimId === undefined ? [] : await this.jobs.again(me.id, body.claimId);
    if (repeated.length > 0) return { jobs: repeated, state: 'active', skipped: [] };
    for (let looks = 0; ; looks += 1) {
      const [standing] = await Promise.all([this.workers.standing(me.id), this.workers.see(me.id)]);
      // Its places count from now on.
      if (looks === 0) this.dispatch.ring();
      if (standing === null) throw refusal(generationRefusals, 'not_found');
      const { taken, skipped } = await this.look(me.id, standing, body);
      if (gone.aborted) await this.handBack(taken);
      const rest = until - Date.now();
      if (taken.length > 0 || rest <= 0 || gone.aborted || standing.state !== 'active')
        return { jobs: await this.jobs.viewsOf(taken), state: standing.state, skipped };
      await this.released.next(Math.min(rest, LOOK_MS), gone);
    }
  }

  /** One look: what there is, what of it fits, and as much of that as there are free places. */
  private async look(
    worker: string,
    { state, slots, held, pool, capabilities }: Standing,
    { max, claimId }: JobClaimBody,
  ): Promise<{ taken: Taken[]; skipped: Skipped }> {
    if (state !== 'active') return { taken: [], skipped: [] };
    const { fit, skipped } = fitting(capabilities, await this.workers.listOffers(pool));
    const reasons: Skipped = Object.entries(skipped).map(([reason, count]) => ({
      reason: reason as Skipped[number]['reason'],
      count,
    }));
    const places = Math.min(max, slots - held);
    if (places <= 0 && fit.length > 0) reasons.push({ reason: 'no_slot', count: fit.length });
    const taken = await this.leases.grant(fit, { worker, claimId: claimId ?? null }, places);
    return { taken, skipped: reasons };
  }

  private async handBack(taken: Taken[]): Promise<void> {
    for (const { row, fence } of taken.splice(0))
      await this.outcomes.giveBack({ generationId: row.id, fence });
  }
}
