import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { FlowRepository } from './flow.repository';

const EVERY_MS = 5_000;

/** Says in the database that this process renders, and for how many at once: the dispatcher counts places by it. */
@Injectable()
export class PresenceService implements OnApplicationBootstrap, OnModuleDestroy {
  /** Name of this process as a worker, also written into leases. */
  readonly workerId = `${newId('wrk')}.${process.pid}`;
  private readonly log = new Logger('presence');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly db: Database,
    private readonly flows: FlowRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.roles.includes('worker') || this.settings.poolSlots === 0) return;
    await this.say();
    this.timer = setInterval(() => void this.say().catch((error: unknown) => this.log.warn(error)), EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    await this.db
      .tx((tx) => this.flows.forgetWorker(tx, this.workerId))
      .catch((error: unknown) => this.log.warn(error));
  }

  private async say(): Promise<void> {
    const worker = { id: this.workerId, pool: 'cpu', slots: this.settings.poolSlots };
    await this.db.tx((tx) => this.flows.seeWorker(tx, worker));
  }
}
