import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { later, MINUTE } from '../../../kernel/clock';
import { Database } from '../../../platform/db/database';
import { SIGNALS, weigh, type SignalName, type Verdict } from '../domain/signals';
import { ContainmentService } from '../incidents/containment.service';
import { KeyRepository } from '../keys/key.repository';
import { SignalRepository } from './signal.repository';
import { SuspicionActs } from './suspicion-acts.service';
import { WatchRepository, type KeyFacts, type Sighting } from './watch.repository';

/** The longest window that a signal looks back on: what a stopped key did since then is suspect. */
const LOOK_BACK = 10 * MINUTE;

/** Weighs what was counted about keys, and slows down or stops what is in wrong hands. */
@Injectable()
export class SuspicionService {
  constructor(
    private readonly db: Database,
    private readonly watch: WatchRepository,
    private readonly signals: SignalRepository,
    private readonly keys: KeyRepository,
    private readonly containment: ContainmentService,
    private readonly acts: SuspicionActs,
  ) {}

  /** Looks at these keys under the modes in force. */
  async weigh(keyIds: readonly string[]): Promise<void> {
    if (keyIds.length === 0) return;
    const [facts, modes] = await Promise.all([this.watch.facts(keyIds), this.signals.modes()]);
    for (const fact of facts) {
      const verdict = weigh(fact, modes);
      if (verdict.fires.length > 0) await this.act(fact, verdict);
    }
  }

  /** Tells owners that their keys were used from networks they were never used from before. */
  async tellNetworks(seen: readonly Sighting[]): Promise<void> {
    await this.db.tx((tx) => this.acts.tellNetworks(tx, seen));
  }

  private async act(facts: KeyFacts, verdict: Verdict): Promise<void> {
    const { keyId } = facts;
    await this.db.tx((tx) => this.watch.noteFires(tx, keyId, verdict.fires, facts));
    if (verdict.act === 'nothing') return;
    const spoke = verdict.fires.filter(({ mode }) => mode === 'enforce').map(({ signal }) => signal);
    if (verdict.act === 'stop') {
      const since = later(new Date(), -LOOK_BACK);
      const evidence = { points: verdict.points, signals: spoke, facts };
      await this.db.tx((tx) =>
        this.containment.stop(tx, SYSTEM, {
          keyId,
          cause: 'signals',
          since,
          evidence,
          reason: wordsOf(spoke),
        }),
      );
      return;
    }
    await this.db.tx(async (tx) => {
      const key = await this.keys.lock(tx, keyId);
      if (key === null) return;
      await this.keys.suspect(tx, keyId);
      if (key.state === 'active') await this.acts.throttle(tx, key, wordsOf(spoke));
    });
  }
}

const wordsOf = (signals: readonly SignalName[]): string =>
  signals.map((signal) => SIGNALS[signal].says).join('; ');
