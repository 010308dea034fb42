import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { renderJobId, type RenderJob } from '../generation.jobs';
import { ProviderRegistry } from '../providers/registry.provider';
import { DispatchBell } from './bell.service';
import { ReleaseService } from './release.service';

/** Serves commits of processes without a dispatcher, and retries whose delay has passed. */
const POLL_MS = 1_000;
/** Clips released beyond the places there are, so that a free worker never waits for a round. Every one costs fairness. */
const BUFFER = 1;

/**
 * Releases waiting clips to the workers in start-time-fair order, never more than there are places for. Any number of
 * dispatchers may run: the pool's row makes them take turns.
 */
@Injectable()
export class DispatchService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('dispatch');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private isStopped = false;

  constructor(
    private readonly settings: Settings,
    private readonly db: Database,
    private readonly queue: QueueService,
    private readonly releases: ReleaseService,
    private readonly providers: ProviderRegistry,
    private readonly bell: DispatchBell,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.includes('dispatcher')) return;
    this.bell.onRing(() => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** One round over all pools. Public so that a test need not wait for the clock. */
  async round(): Promise<void> {
    for (const pool of this.providers.pools()) {
      const { hasQueued, hasThrottled, hasProcess } = await this.releases.glance(pool);
      const joined = hasThrottled ? await this.releases.makeRoom(pool) : 0;
      if (!hasQueued && joined === 0) continue;
      await this.db.tx(async (tx) => {
        const jobs = await this.releases.release(tx, pool, BUFFER);
        // After the commit, when the worker can see the row; a crash in between is healed by the sweep.
        if (hasProcess)
          tx.afterCommit(
            () => void this.enqueue(pool, jobs).catch((error: unknown) => this.log.error(error)),
          );
      });
    }
  }

  private wake(): void {
    if (this.isStopped) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    this.running = this.round()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => {
        this.running = undefined;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  private async enqueue(pool: string, jobs: readonly RenderJob[]): Promise<void> {
    const kind = this.providers.jobOf(pool);
    await this.queue.addAll(jobs.map((data) => ({ kind, id: renderJobId(data), data })));
  }
}
