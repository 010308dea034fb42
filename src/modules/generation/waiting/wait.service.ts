import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { generationRefusals } from '../contract';
import { isUnderWay, isWaiting } from '../domain/generation.workflow';
import type { PoolState } from '../domain/play';
import { limitFaults } from '../domain/request';
import { aheadOf, forecast, forecastRunning } from '../domain/wait';
import type { GenerationEntity } from '../generation.entity';
import { GenerationRepository } from '../generation.repository';
import { ProviderRegistry } from '../providers/registry.provider';
import { CircuitService } from '../routing/circuit.service';
import { PoolStateService } from './pool-state.service';
import { PredictionRepository, type Said } from './prediction.repository';
import type { AheadView, CapsView, Obstacle, WaitView } from './wait.dto';

const MOST_ARTISTS = 20;

const OBSTACLE_SAYS: Readonly<Record<Obstacle, string>> = {
  provider_gone: 'The renderer of this clip is no longer there. Cancel it and submit it again.',
  provider_unavailable: 'The renderer of this clip cannot run at present. It starts as soon as it can.',
  provider_paused:
    'The renderer of this clip is paused until somebody has seen to it. It starts when it goes on; you can also cancel it and submit it again.',
  provider_resting:
    'The renderer of this clip is out of order for a while. It is tried again within minutes.',
  beyond_limits: 'No worker can make a clip like this any more. Cancel it and ask for less.',
  no_worker: 'No worker is there at present. It starts as soon as one is.',
  no_worker_fits:
    'None of the workers that are there can make a clip like this. It starts if one comes that can, and ends after a day, uncharged; you can also cancel it and ask for less.',
};

/** Why an own clip waits and for how long, in numbers: plays the fair order forward over the pool as it is now. */
@Injectable()
export class WaitService {
  constructor(
    private readonly db: Database,
    private readonly generations: GenerationRepository,
    private readonly states: PoolStateService,
    private readonly predictions: PredictionRepository,
    private readonly providers: ProviderRegistry,
    private readonly circuits: CircuitService,
  ) {}

  /** Refuses `not_found`. What it says about a clip that has not ended is written down, to be held against it. */
  async of(actor: Actor, id: string): Promise<WaitView> {
    const row = await this.generations.find(id);
    if (row === null || row.personId !== actor.id) throw refusal(generationRefusals, 'not_found');
    const { pool, examples } = await this.states.read(row.pool);
    const isOpen = isWaiting(row.state) || isUnderWay(row.state);
    const obstacle = isOpen ? await this.obstacleTo(row, pool) : null;
    const said = isOpen && obstacle === null ? say(row, pool, examples) : null;
    if (said !== null) await this.db.tx((tx) => this.predictions.record(tx, 'request', [said]));
    const ahead = (isWaiting(row.state) ? aheadOf(pool, id) : null) ?? [];
    const others = ahead.filter(({ flowId }) => flowId !== row.enrollmentId);
    const byArtist = artistsOf(others);
    return {
      state: row.state,
      position: said?.position ?? null,
      aheadOwn: ahead.length - others.length,
      aheadOthers: others.length,
      aheadArtists: byArtist.length,
      ahead: byArtist.slice(0, MOST_ARTISTS),
      caps: capsOf(row, pool),
      places: pool.slots,
      underWay: pool.running.length + pool.waiting.filter((clip) => clip.isReleased).length,
      startP50Seconds: ceiling(said?.starts?.p50),
      startP90Seconds: ceiling(said?.starts?.p90),
      p50Seconds: ceiling(said?.finishes.p50),
      p90Seconds: ceiling(said?.finishes.p90),
      isPossible: obstacle === null,
      obstacle,
      reason:
        obstacle === null
          ? reasonOf(row, pool, ahead.length, others.length, byArtist.length)
          : OBSTACLE_SAYS[obstacle],
    };
  }

  private async obstacleTo(row: GenerationEntity, pool: PoolState): Promise<Obstacle | null> {
    const provider = this.providers.find(row.provider);
    if (provider === null) return 'provider_gone';
    if (limitFaults(row, provider.limits).length > 0) return 'beyond_limits';
    const circuit = isWaiting(row.state) ? await this.circuits.of(row.provider) : null;
    if (circuit?.state === 'paused') return 'provider_paused';
    if (circuit?.state === 'open') return 'provider_resting';
    if ((await provider.unavailable()) !== null) return 'provider_unavailable';
    if (pool.slots === 0) return 'no_worker';
    const isTaken = isUnderWay(row.state) && row.state !== 'starting';
    return isTaken || (await this.states.isServed(row.pool, row)) ? null : 'no_worker_fits';
  }
}

const ceiling = (seconds: number | undefined): number | null =>
  seconds === undefined ? null : Math.ceil(seconds);

function say(
  { id }: GenerationEntity,
  pool: PoolState,
  examples: Parameters<typeof forecast>[1],
): Said | null {
  const running = pool.running.find((clip) => clip.id === id);
  if (running !== undefined) return { id, position: null, starts: null, finishes: forecastRunning(running) };
  const found = forecast(pool, examples, id).get(id);
  return found === undefined ? null : { id, ...found };
}

function artistsOf(ahead: readonly { flowId: string; seconds: number }[]): AheadView[] {
  const byFlow = new Map<string, { clips: number; seconds: number }>();
  for (const { flowId, seconds } of ahead) {
    const sum = byFlow.get(flowId) ?? { clips: 0, seconds: 0 };
    byFlow.set(flowId, { clips: sum.clips + 1, seconds: sum.seconds + seconds });
  }
  return [...byFlow.values()]
    .toSorted((a, b) => b.clips - a.clips)
    .map(({ clips, seconds }, index) => ({
      artist: letterOf(index),
      clips,
      renderSeconds: Math.ceil(seconds),
    }));
}

/** A … Z, AA, AB …: in the order of this one answer, so that nobody is recognised in the next. */
function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function capsOf({ enrollmentId, programId }: GenerationEntity, pool: PoolState): CapsView {
  const isOwn = ({ flowId }: { readonly flowId: string }): boolean => flowId === enrollmentId;
  const own = pool.waiting.filter(isOwn);
  const program = pool.programs?.get(programId);
  return {
    underWay: pool.running.filter(isOwn).length + own.filter((clip) => clip.isReleased).length,
    concurrency: pool.flows.find((flow) => flow.id === enrollmentId)?.limit ?? 0,
    throttled: own.filter((clip) => clip.isThrottled).length,
    programConcurrency: program?.limit ?? null,
    programUnderWay: program?.inflight ?? null,
  };
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

function reasonOf(
  row: GenerationEntity,
  pool: PoolState,
  ahead: number,
  others: number,
  artists: number,
): string {
  if (!isWaiting(row.state)) return isUnderWay(row.state) ? 'It is being made.' : 'It has ended.';
  const before = `${count(others, 'clip')} of ${count(artists, 'artist')} and ${ahead - others} of yours start before it, on ${count(pool.slots, 'place')}.`;
  const program = pool.programs?.get(row.programId);
  if (program !== undefined && program.inflight >= program.limit)
    return `The programme has ${count(program.inflight, 'clip')} under way, as many as it allows at once (${program.limit}); the next follows when one is done. ${before}`;
  if (row.state !== 'throttled') return before;
  return `You have as many clips under way as your plan allows; it follows when one is done. ${before}`;
}
