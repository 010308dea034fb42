import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '../providers/registry.provider';
import { FlowRepository } from './flow.repository';
import type { PoolListView, PoolView } from './pool.dto';

/** How full each pool is. */
@Injectable()
export class PoolService {
  constructor(
    private readonly flows: FlowRepository,
    private readonly providers: ProviderRegistry,
  ) {}

  async list(): Promise<PoolListView> {
    return { items: await Promise.all(this.providers.pools().map((pool) => this.viewOf(pool))) };
  }

  private async viewOf(id: string): Promise<PoolView> {
    const [{ slots, inflight }, rows] = await Promise.all([
      this.flows.countPlaces(id),
      this.flows.listPool(id),
    ]);
    const queued = rows.filter((row) => row.state === 'queued');
    return {
      id,
      places: slots,
      underWay: inflight,
      queued: queued.length,
      throttled: rows.filter((row) => row.state === 'throttled').length,
      artistsWaiting: new Set(queued.map((row) => row.enrollmentId)).size,
      waitingSeconds: Math.ceil(queued.reduce((sum, row) => sum + row.costSeconds, 0)),
    };
  }
}
