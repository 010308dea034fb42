import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { generationRefusals } from '../contract';
import type { FairQueue } from '../domain/fair-order';
import { isUnderWay, isWaiting } from '../domain/generation.workflow';
import { forecast, PACE, type Forecast, type Running } from '../domain/wait';
import type { WaitView } from '../generation.dto';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import { FlowRepository, type PoolRow } from './flow.repository';
import type { PoolListView, PoolView } from './pool.dto';

const remaining = (row: PoolRow): number => Math.max(1, row.costSeconds - row.elapsedSeconds);

function queueOf(rows: readonly PoolRow[]): FairQueue {
  const queue: FairQueue = { virtualTime: 0, flows: new Map() };
  for (const row of rows) {
    const { enrollmentId: id, weight, maxInflight: limit, inflight, lastFinish } = row;
    const flow = queue.flows.get(id) ?? { id, weight, limit, inflight, lastFinish, waiting: [] };
    queue.flows.set(id, flow);
    if (!isWaiting(row.state)) continue;
    flow.waiting.push({
      id: row.id,
      seq: Number(row.seq),
      cost: row.costSeconds,
      arrival: row.arrival,
      paidTag: row.startTag,
    });
  }
  return queue;
}

/** Why an own clip waits and for how long, in numbers: plays the fair order forward over the pool as it is now. */
@Injectable()
export class WaitService {
  constructor(
    private readonly generations: GenerationRepository,
    private readonly flows: FlowRepository,
    private readonly providers: ProviderRegistry,
  ) {}

  /** Refuses `not_found`. */
  async of(actor: Actor, id: string): Promise<WaitView> {
    const row = await this.generations.find(id);
    if (row === null || row.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    const { slots: places } = await this.flows.countPlaces(row.pool);
    if (isWaiting(row.state)) return this.waiting(row, places);
    const left = isUnderWay(row.state) ? Math.max(1, row.costSeconds * (1 - row.progress / 1_000)) : null;
    return {
      state: row.state,
      position: null,
      aheadOwn: 0,
      aheadOthers: 0,
      places,
      p50Seconds: left === null ? null : Math.ceil(left * PACE.p50),
      p90Seconds: left === null ? null : Math.ceil(left * PACE.p90),
      reason: left === null ? 'It has ended.' : 'It is being made.',
    };
  }

  /** How full each pool is. */
  async pools(): Promise<PoolListView> {
    return { items: await Promise.all(this.providers.pools().map((pool) => this.pool(pool))) };
  }

  private async pool(id: string): Promise<PoolView> {
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

  private async waiting(row: GenerationEntity, places: number): Promise<WaitView> {
    const rows = await this.flows.listPool(row.pool);
    const queue = queueOf(rows);
    const running: Running[] = rows
      .filter((one) => isUnderWay(one.state))
      .map((one) => ({ flowId: one.enrollmentId, remainingSeconds: remaining(one) }));
    const at = (pace: number): Forecast | null =>
      forecast(queue, running, { jobId: row.id, slots: places, pace });
    const [p50, p90] = [at(PACE.p50), at(PACE.p90)];
    const until = (of: Forecast | null, pace: number): number | null =>
      of === null ? null : Math.ceil(of.startsInSeconds + row.costSeconds * pace);
    return {
      state: row.state,
      position: p50?.position ?? null,
      aheadOwn: p50?.aheadOwn ?? 0,
      aheadOthers: p50?.aheadOthers ?? 0,
      places,
      p50Seconds: until(p50, PACE.p50),
      p90Seconds: until(p90, PACE.p90),
      reason: reasonOf(row, p50, places),
    };
  }
}

function reasonOf(row: GenerationEntity, forecast: Forecast | null, places: number): string {
  if (places === 0) return 'No worker is there at present. It starts as soon as one is.';
  if (row.state === 'throttled')
    return 'You have as many clips under way as your plan allows; it follows when one is done.';
  if (forecast === null) return 'It waits for its turn.';
  return `${forecast.aheadOthers} clips of others and ${forecast.aheadOwn} of yours start before it, on ${places} places.`;
}
