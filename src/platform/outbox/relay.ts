import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../db/database';
import { jobKind } from '../queue/job';
import { QueueService, type JobRequest } from '../queue/queue.service';
import { ListenerRegistry } from './listener.registry';
import { CLAIM_EVENTS, INSERT_DELIVERIES, SWEEP_DELIVERIES } from './outbox.sql';
import { RelayBell } from './relay-bell';

export interface Delivery {
  readonly event: string;
  readonly listener: string;
}

/** One job kind per queue, so that mails never wait behind files and money never behind mails. */
export const DELIVER = {
  default: jobKind<Delivery>('outbox.deliver', { queue: 'default' }),
  money: jobKind<Delivery>('outbox.deliver_money', { queue: 'money' }),
  mail: jobKind<Delivery>('outbox.deliver_mail', { queue: 'mail' }),
} as const;

const ROUND = 200;
/** A commit rings the bell at once; the poll only serves commits of processes without a relay. */
const POLL_MS = 500;
const SWEEP_EVERY_MS = 15_000;
const UNRECEIVED_AFTER_S = 60;

/** Carries committed events to the queues, one job per listener. Any number of relays may run. */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private readonly log = new Logger('relay');
  private timer: NodeJS.Timeout | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly db: Database,
    private readonly queue: QueueService,
    private readonly listeners: ListenerRegistry,
    private readonly bell: RelayBell,
  ) {}

  start(): void {
    this.bell.onRing(() => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.sweeper = setInterval(
      () => void this.sweep().catch((error: unknown) => this.log.error(error)),
      SWEEP_EVERY_MS,
    );
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.sweeper);
    this.bell.onRing(() => undefined);
    await this.running;
  }

  /** Enqueues again what a queue has lost. Public so that an operator and a test need not wait for the clock. */
  async sweep(untouchedSeconds = UNRECEIVED_AFTER_S): Promise<number> {
    return this.db.tx(async (tx) => {
      const lost = await tx.query<{ event_id: string; listener: string; tries: number }>(SWEEP_DELIVERIES, [
        untouchedSeconds,
      ]);
      const again = lost.map((row) => ({ event: row.event_id, listener: row.listener, attempt: row.tries }));
      tx.afterCommit(() => void this.enqueue(again).catch((error: unknown) => this.log.error(error)));
      return lost.length;
    });
  }

  private wake(): void {
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => {
        this.running = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    let claimed: number;
    do {
      claimed = await this.round();
    } while (claimed === ROUND);
  }

  /** Enqueues after the commit, when listeners can see the delivery; a crash in between is healed by the sweep. */
  private async round(): Promise<number> {
    return this.db.tx(async (tx) => {
      const events = await tx.query<{ id: string; name: string }>(CLAIM_EVENTS, [ROUND]);
      const deliveries = events.flatMap((event) =>
        this.listeners.of(event.name).map((listener) => ({ event: event.id, listener: listener.name })),
      );
      await tx.run(INSERT_DELIVERIES, [deliveries.map((d) => d.event), deliveries.map((d) => d.listener)]);
      tx.afterCommit(() => void this.enqueue(deliveries).catch((error: unknown) => this.log.error(error)));
      return events.length;
    });
  }

  private async enqueue(deliveries: readonly (Delivery & { attempt?: number })[]): Promise<void> {
    const jobs: JobRequest<Delivery>[] = [];
    for (const { event, listener, attempt } of deliveries) {
      const queue = this.listeners.find(listener)?.queue ?? 'default';
      const kind = queue === 'money' || queue === 'mail' ? DELIVER[queue] : DELIVER.default;
      jobs.push({
        kind,
        id: [event, listener, attempt].filter(Boolean).join('.'),
        data: { event, listener },
      });
    }
    await this.queue.addAll(jobs);
  }
}
