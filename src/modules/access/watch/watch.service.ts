import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { SuspicionService } from './suspicion.service';
import { WhereaboutsService } from './whereabouts.service';
import { WatchRepository, type Known, type Sighting } from './watch.repository';

/** One call as the watch sees it. */
export interface Use {
  readonly network: string;
  readonly agent: string;
  /** Method and route, never with values. */
  readonly call: string;
  readonly isSpending: boolean;
  readonly isCrossSite: boolean;
  readonly isScanner: boolean;
}

type Watched = { readonly id: string; readonly familyId: string };

const URGENT_MS = 500;
const CALM_MS = 5_000;
/** Every key in use is weighed at least this often, for the signals that grow slowly. */
const WEIGH_MS = 60_000;
/** Sources of one key that are told apart between two writings; what comes after counts as `many`. */
const MOST_SOURCES = 64;
const MOST_KNOWN = 100_000;

/**
 * Counts who uses which key, in memory; writes the counts together, and soon where something looks wrong. A call costs a
 * few map look-ups here and no statement. What a crash loses is five seconds of counting, and no stop.
 */
@Injectable()
export class WatchService implements BeforeApplicationShutdown {
  private readonly log = new Logger('watch');
  private seen = new Map<string, Map<string, Sighting>>();
  private readonly urgent = new Set<string>();
  private readonly known = new Set<string>();
  private readonly weighedAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private wroteAt = Date.now();
  private writing: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    private readonly db: Database,
    private readonly watch: WatchRepository,
    private readonly suspicion: SuspicionService,
    private readonly whereabouts: WhereaboutsService,
  ) {}

  /** A call with this key arrived. */
  note(key: Watched, use: Use): void {
    const sighting = this.sighting(key, use);
    sighting.calls += 1;
    sighting.call = use.call;
    if (use.isSpending) sighting.spending += 1;
    if (use.isCrossSite) sighting.crossSite += 1;
    if (use.isScanner) sighting.scanned += 1;
    const sources = this.seen.get(key.id)?.size ?? 0;
    if (use.isCrossSite || use.isScanner || sources > 2) this.urgent.add(key.id);
  }

  /** The call was refused because the key may not have more, or may no longer be used. */
  refuse(key: Watched, use: Use): void {
    const sighting = this.sighting(key, use);
    sighting.refused += 1;
    if (use.isSpending) sighting.refusedSpending += 1;
    if (sighting.refused >= 10) this.urgent.add(key.id);
  }

  /** Writes what was counted, and weighs the keys for which it matters. */
  async flush(): Promise<void> {
    this.wroteAt = Date.now();
    this.writing = this.writing.then(() => this.write(() => true));
    await this.writing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.flush().catch(() => undefined);
  }

  private sighting({ id: keyId, familyId }: Watched, { network, agent, call }: Use): Sighting {
    let sources = this.seen.get(keyId);
    if (sources === undefined) this.seen.set(keyId, (sources = new Map()));
    let source = `${network} ${agent}`;
    const isMany = sources.size >= MOST_SOURCES && !sources.has(source);
    if (isMany) source = 'many';
    let sighting = sources.get(source);
    if (sighting === undefined) {
      const [from, by] = isMany ? ['many', 'many'] : [network, agent];
      sighting = { keyId, familyId, network: from, agent: by, call, calls: 0, spending: 0, refused: 0, refusedSpending: 0, crossSite: 0, scanned: 0 }; // prettier-ignore
      sources.set(source, sighting);
    }
    this.plan();
    return sighting;
  }

  private plan(): void {
    if (this.timer !== undefined || this.isOver) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const isAll = Date.now() - this.wroteAt >= CALM_MS;
      if (isAll) this.wroteAt = Date.now();
      this.writing = this.writing.then(() => this.write((keyId) => isAll || this.urgent.has(keyId)));
      void this.writing.finally(() => {
        if (this.seen.size > 0) this.plan();
      });
    }, URGENT_MS).unref();
  }

  private async write(isDue: (keyId: string) => boolean): Promise<void> {
    const due = [...this.seen].filter(([keyId]) => isDue(keyId));
    if (due.length === 0) return;
    for (const [keyId] of due) this.seen.delete(keyId);
    const rows = due.flatMap(([, sources]) => [...sources.values()]);
    const keys = due.map(([keyId]) => keyId);
    const toWeigh = keys.filter((keyId) => this.urgent.delete(keyId) || this.isToWeigh(keyId));
    try {
      const fresh = await this.keep(rows);
      const strange = rows.filter(({ familyId }) => fresh.some((known) => known.familyId === familyId));
      await this.suspicion.weigh([...new Set([...toWeigh, ...strange.map(({ keyId }) => keyId)])]);
    } catch (error) {
      this.log.warn({ error, keys: keys.length }, 'what keys were used for could not be written');
    }
  }

  private async keep(rows: readonly Sighting[]): Promise<Known[]> {
    const known = rows
      .flatMap(({ familyId, network, agent }): Known[] => [
        { familyId, what: 'network', value: network },
        { familyId, what: 'agent', value: agent },
      ])
      .filter(
        ({ value, ...it }) => value !== 'many' && !this.known.has(`${it.familyId} ${it.what} ${value}`),
      );
    const found = await this.whereabouts.look(rows.map(({ network }) => network));
    const fresh = await this.db.tx(async (tx) => {
      await this.whereabouts.keep(tx, found);
      return this.watch.keep(tx, rows, known);
    });
    if (this.known.size > MOST_KNOWN) this.known.clear();
    for (const { familyId, what, value } of known) this.known.add(`${familyId} ${what} ${value}`);
    const networks = fresh.filter(({ what }) => what === 'network');
    const told = rows.filter((row) =>
      networks.some(({ familyId, value }) => familyId === row.familyId && value === row.network),
    );
    if (told.length > 0) await this.suspicion.tellNetworks(told);
    return fresh;
  }

  private isToWeigh(keyId: string): boolean {
    const now = Date.now();
    if (now - (this.weighedAt.get(keyId) ?? 0) < WEIGH_MS) return false;
    if (this.weighedAt.size > MOST_KNOWN) this.weighedAt.clear();
    this.weighedAt.set(keyId, now);
    return true;
  }
}
