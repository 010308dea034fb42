import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Database } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { signalModeSet } from '../contract';
import { SIGNAL_NAMES, SIGNALS, type SignalMode, type SignalName } from '../domain/signals';
import type { SignalView } from './signal.dto';
import { SignalRepository } from './signal.repository';

const DAYS = 30;

/** Signals and what they do. */
@Injectable()
export class SignalService {
  constructor(
    private readonly db: Database,
    private readonly signals: SignalRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Every signal with its mode and how many keys it spoke about in thirty days. */
  async list(): Promise<SignalView[]> {
    const [rows, counts] = await Promise.all([this.signals.list(), this.signals.counts(DAYS)]);
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
        throttled: keys(true, 'throttle'),
        stopped: keys(true, 'stop'),
        wouldHaveThrottled: keys(false, 'throttle'),
        wouldHaveStopped: keys(false, 'stop'),
        changedAt: row?.changedAt.toISOString() ?? null,
      };
    });
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
