import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { later, MINUTE, SECOND, systemClock } from '../../../kernel/clock';
import { firstIdAt } from '../../../kernel/id';
import { Settings } from '../../../platform/config/settings';
import { Database } from '../../../platform/db/database';
import { forecast, forecastRunning } from '../domain/wait';
import { PoolStateService, type Standing } from './pool-state.service';
import { PredictionRepository, type Said } from './prediction.repository';

const EVERY_MS = SECOND;
/** A round over a long queue takes long; the next one waits this many times as long, so that little is spent on it. */
const REST = 10;
/** Clips made this long ago are looked at again: their transaction may have committed late. */
const OVERLAP_MS = MINUTE;
const AT_ONCE = 5_000;

/** What can be said of the clips `ids`, all with one reading of the pool. */
export function sayOf({ pool, examples }: Standing, ids: ReadonlySet<string>): Said[] {
  const said: Said[] = [];
  for (const [id, { position, starts, finishes }] of forecast(pool, examples)) {
    if (ids.has(id)) said.push({ id, position, starts, finishes });
  }
  for (const clip of pool.running) {
    if (ids.has(clip.id))
      said.push({ id: clip.id, position: null, starts: null, finishes: forecastRunning(clip) });
  }
  return said;
}

/**
 * Writes down, within a second of each submit, what is expected of it. Beside the submit and not in it: nobody waits for a
 * forecast to be accepted, and one reading of the pool serves everybody who came.
 */
@Injectable()
export class ForecastService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('forecast');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isStopped = false;
  private since = later(systemClock.now(), -OVERLAP_MS);

  constructor(
    private readonly settings: Settings,
    private readonly db: Database,
    private readonly states: PoolStateService,
    private readonly predictions: PredictionRepository,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.roles.includes('dispatcher')) this.plan(EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** One round. Public so that a test need not wait for the clock. */
  async round(): Promise<void> {
    const begun = systemClock.now();
    const unsaid = await this.predictions.listUnsaid(firstIdAt('gen', this.since));
    for (const pool of new Set(unsaid.map((clip) => clip.pool))) {
      const ids = new Set(unsaid.filter((clip) => clip.pool === pool).map(({ id }) => id));
      const said = sayOf(await this.states.read(pool), ids);
      for (let from = 0; from < said.length; from += AT_ONCE) {
        await this.db.tx((tx) => this.predictions.record(tx, 'submit', said.slice(from, from + AT_ONCE)));
      }
    }
    this.since = later(begun, -OVERLAP_MS);
  }

  private plan(delay: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      const begun = performance.now();
      this.running = this.round()
        .catch((error: unknown) => this.log.error(error))
        .finally(() => this.plan(Math.max(EVERY_MS, REST * (performance.now() - begun))));
    }, delay);
  }
}
