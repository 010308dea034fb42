import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { DAY, HOUR, later, systemClock } from '../../../kernel/clock';
import type { Currency } from '../../../kernel/money';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { payoutsRefusals } from '../contract';
import type { Movement, PayoutRail, RailBalance, RailKey } from '../domain/rail';
import { compare, compareBalance, OPEN_MATCHES, type Finding } from '../domain/reconcile';
import { balanceAt } from '../domain/standing';
import { RailRegistry } from '../rails/rail-registry.service';
import { SendingService } from '../sending/sending.service';
import { FindingBook } from './finding-book.service';
import { reconcileRail } from './reconciliation.jobs';
import { RunRepository, type RunRow } from './run.repository';

/** A month and a few days: a month can be closed when it is over. */
const WINDOW_MS = 35 * DAY;
/** Clocks of rails may be ahead or behind. */
const SLACK_MS = HOUR;
/** How far back a balance is remembered: no older movement turns up any more. */
const SETTLED_MS = 2 * DAY;
/** Looks at a balance that moves while it is looked at. */
const LOOKS = 3;

/** Rails with a list of their own. What a bank did with a file is on its statement, which a person reads. */
const LISTING: readonly RailKey[] = ['sandbox', 'stripe'];

interface Seen {
  readonly movements: Movement[];
  /** `null`: the rail holds no money of ours. */
  readonly balances: ReadonlyMap<Currency, RailBalance>;
}

/** A run that is on already is what was wanted. */
const unlessRunning = (error: unknown): void => {
  if (!(error instanceof Refusal && error.code === 'already_running')) throw error;
};

/** Holds the books against what each rail says by itself, both ways. */
@Injectable()
export class ReconciliationService {
  private readonly log = new Logger('reconciliation');

  constructor(
    private readonly db: Database,
    private readonly runs: RunRepository,
    private readonly book: FindingBook,
    private readonly rails: RailRegistry,
    private readonly sending: SendingService,
    private readonly queue: QueueService,
  ) {}

  /** The rails that can be compared here. */
  keys(): RailKey[] {
    return this.rails.keys().filter((key) => LISTING.includes(key));
  }

  /** Starts a run for these rails, all unless named. Refuses `rail_off`, `already_running`. */
  async start(keys: readonly RailKey[], actor: Actor): Promise<RunRow[]> {
    const started: RunRow[] = [];
    for (const key of keys) {
      if (!LISTING.includes(key)) throw refusal(payoutsRefusals, 'rail_off', { rails: this.keys() });
      const rail = this.rails.get(key);
      const oldest = await this.runs.oldestOpen(key);
      const usual = systemClock.now().getTime() - WINDOW_MS;
      const since = new Date(Math.min(usual, oldest === null ? usual : oldest.getTime() - 2 * SLACK_MS));
      const runId = await this.db.tx(async (tx) => {
        const id = await this.runs.open(tx, rail, since, actor.id);
        if (id !== null) await this.book.noteRun(tx, actor, id, key);
        return id;
      });
      if (runId === null) continue;
      await this.queue.addAll([{ kind: reconcileRail, id: runId, data: { runId } }]);
      const row = await this.runs.find(runId);
      if (row !== null) started.push(row);
    }
    if (started.length === 0) throw refusal(payoutsRefusals, 'already_running');
    return started;
  }

  async startDue(actor: Actor): Promise<void> {
    for (const key of this.keys())
      if (await this.runs.isDue(key)) await this.start([key], actor).catch(unlessRunning);
  }

  /** Why a rail could not be asked is told with the run; the next one finds everything. */
  async run(runId: string): Promise<void> {
    const run = await this.runs.find(runId);
    if (run === null || run.endedAt !== null) return;
    try {
      const found = await this.compare(this.rails.get(run.rail), run);
      const unexplained = await this.book.unexplained(systemClock.now());
      await this.db.tx((tx) => this.runs.end(tx, runId, { compared: found, unexplained }));
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      await this.db.tx((tx) => this.runs.end(tx, runId, { fault }));
    }
  }

  private async compare(rail: PayoutRail, { id, since }: RunRow): Promise<number> {
    const seen = await this.look(rail, since);
    const transfers = await this.transfers(rail, since, seen.movements);
    const balances = await this.balances(rail, seen);
    for (const finding of [...transfers, ...balances]) await this.book.see(rail.key, id, finding);
    await this.remember(rail, seen, balances);
    return transfers.length + balances.length;
  }

  /** What seems open is followed first: most of it is news that has not reached us yet. */
  private async transfers(rail: PayoutRail, since: Date, movements: Movement[]): Promise<Finding[]> {
    const named = movements.flatMap(({ reference }) => (reference === null ? [] : [reference]));
    const begun = later(since, SLACK_MS);
    const first = compare(await this.runs.ours(rail.key, begun, named), movements);
    const late = first.filter(({ match, payoutId }) => match === 'differs' && payoutId !== null);
    for (const { payoutId } of late)
      await this.sending.follow(payoutId ?? '').catch((error: unknown) => {
        this.log.warn({ payoutId, error }, 'a payout that differs could not be followed');
      });
    return late.length === 0 ? first : compare(await this.runs.ours(rail.key, begun, named), movements);
  }

  /** The first sight of a balance is its own proof; one that differs is measured against the same until it is explained. */
  private async balances(rail: PayoutRail, { movements, balances }: Seen): Promise<Finding[]> {
    const before = await this.runs.balances(rail.key);
    const at = systemClock.now();
    return [...balances].map(([currency, now]) =>
      compareBalance(currency, before.get(currency) ?? null, { ...now, at }, movements),
    );
  }

  private async remember(
    rail: PayoutRail,
    { movements, balances }: Seen,
    findings: Finding[],
  ): Promise<void> {
    const at = later(systemClock.now(), -SETTLED_MS);
    for (const [currency, now] of balances) {
      const finding = findings.find(({ subject }) => subject === currency);
      const isOpen = finding !== undefined && OPEN_MATCHES.includes(finding.match);
      if (isOpen && !(await this.book.isExplained(rail.key, finding))) continue;
      const own = movements.filter((movement) => movement.currency === currency);
      await this.db.tx((tx) => this.runs.setBalance(tx, rail.key, currency, balanceAt(now, own, at)));
    }
  }

  /** Balances that are the same before and after the list was read belong to it. */
  private async look(rail: PayoutRail, since: Date): Promise<Seen> {
    const currencies = await this.runs.currencies(rail.key);
    let before = await this.held(rail, currencies);
    for (let look = 1; ; look += 1) {
      const movements = await rail.movements(since);
      const balances = await this.held(rail, currencies);
      const isStill = [...balances].every(([currency, { available, pending }]) => {
        const then = before.get(currency);
        return then !== undefined && then.available + then.pending === available + pending;
      });
      if (isStill) return { movements, balances };
      if (look === LOOKS) return { movements, balances: new Map() };
      before = balances;
    }
  }

  private async held(rail: PayoutRail, currencies: readonly Currency[]): Promise<Map<Currency, RailBalance>> {
    const found = new Map<Currency, RailBalance>();
    for (const currency of currencies) {
      const balance = await rail.balance(currency);
      if (balance !== null) found.set(currency, balance);
    }
    return found;
  }
}
