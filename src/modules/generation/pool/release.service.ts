import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Database, type Tx } from '../../../platform/db/database';
import type { RenderJob } from '../generation.jobs';
import { GenerationRepository } from '../generation.repository';
import { MoveService } from '../move.service';
import { ReleaseBell } from './bell.service';
import { FlowRepository, type Pick } from './flow.repository';

/** Who may start: the rule of domain/fair-order.ts, carried out on the rows. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly db: Database,
    private readonly flows: FlowRepository,
    private readonly generations: GenerationRepository,
    private readonly moves: MoveService,
    private readonly bell: ReleaseBell,
  ) {}

  /** Whether processes of Atelier wait for jobs of this pool; remote workers claim what is released. */
  async isQueued(pool: string): Promise<boolean> {
    return this.flows.hasProcess(pool);
  }

  /**
   * Lets throttled clips of artists who have room again join the queue, oldest first. They join at the present virtual
   * time: waiting behind one's own cap saves up no claim on others.
   */
  async makeRoom(pool: string): Promise<void> {
    for (const id of await this.flows.listUnthrottle(pool)) {
      await this.db.tx(async (tx) => {
        const row = await this.moves.lock(tx, id);
        if (row.state !== 'throttled') return;
        const { maxInflight } = await this.flows.lock(tx, row);
        const { active } = await this.generations.countOpen(tx, row.enrollmentId);
        if (active >= maxInflight) return;
        const arrival = await this.flows.virtualTime(tx, pool);
        await this.moves.act(tx, row, 'unthrottle', SYSTEM, { arrival });
      });
    }
  }

  /**
   * Moves clips from queued to starting until every place of the pool's live workers, and `buffer` more, are taken, or
   * `most` clips are released.
   * Returns the jobs to enqueue after the commit.
   */
  async release(tx: Tx, pool: string, buffer: number, most = Infinity): Promise<RenderJob[]> {
    await this.flows.lockPool(tx, pool);
    const { slots, inflight } = await this.flows.countPlaces(pool, tx);
    const places = slots === 0 ? 0 : slots + buffer;
    const jobs: RenderJob[] = [];
    while (jobs.length < most && inflight + jobs.length < places) {
      const next = await this.flows.findNext(tx, pool);
      if (next === null) break;
      const job = await this.start(tx, next);
      if (job !== null) jobs.push(job);
    }
    if (jobs.length > 0) tx.afterCommit(() => this.bell.ring());
    return jobs;
  }

  /** `null`: it was canceled a moment ago; the next look will not find it. */
  private async start(tx: Tx, next: Pick): Promise<RenderJob | null> {
    const row = await this.moves.lock(tx, next.id);
    if (row.state !== 'queued') return null;
    // Its key was stopped while its submit was being written: the event found nothing to cancel yet.
    if (await this.moves.isKeyStopped(tx, row)) {
      await this.moves.act(tx, row, 'cancel', SYSTEM);
      return null;
    }
    const attempt = row.attempt + 1;
    await this.moves.act(tx, row, 'start', SYSTEM, { attempt, startTag: next.tag, notBefore: null });
    await this.flows.charge(tx, row, next.tag, next.isPaid ? null : row.costSeconds);
    return { generationId: row.id, attempt };
  }
}
