import { Injectable } from '@nestjs/common';
import { DAY, HOUR, systemClock } from '../../../kernel/clock';
import { Database } from '../../../platform/db/database';
import { QueueService } from '../../../platform/queue/queue.service';
import { lookFor } from '../domain/news';
import type { PayoutRail, RailKey, RailNews } from '../domain/rail';
import { RailRegistry } from '../rails/rail-registry.service';
import { SendingService } from '../sending/sending.service';
import { followPayout } from '../sending/payout.jobs';
import { AccountWatch } from './account-watch.service';
import { followNews, type NewsJob } from './news.jobs';
import { NewsRepository, type KnownNews, type NewsSource } from './news.repository';

/** Days after its arrival in which a bank may still send money back. */
const REGRET_DAYS = 14;
/** Rails keep their own lists for thirty days. */
const LONGEST_MS = 29 * DAY;
/** Read again behind the last reading: lists are not always in order. */
const OVERLAP_MS = HOUR;
const ACCOUNTS_AT_ONCE = 100;

/**
 * What rails tell us. A message is written down and answered at once; a job then asks the rail what is true. So
 * duplicates, any order and lost messages lead to the same books.
 */
@Injectable()
export class NewsService {
  constructor(
    private readonly db: Database,
    private readonly news: NewsRepository,
    private readonly rails: RailRegistry,
    private readonly sending: SendingService,
    private readonly accounts: AccountWatch,
    private readonly queue: QueueService,
  ) {}

  /**
   * A message as it came. Refuses `rail_off`, `signature_wrong`; one of the other mode is taken and left alone, because
   * a rail may send both kinds to one address and would repeat what is refused.
   */
  async receive(key: RailKey, source: NewsSource, raw: Buffer, headers: Readonly<Record<string, unknown>>) {
    const rail = this.rails.get(key);
    let news: RailNews;
    try {
      news = rail.parseWebhook(raw, headers, source);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'wrong_mode') return;
      throw error;
    }
    if (await this.news.record(key, news, source)) await this.enqueue([{ rail: key, id: news.id }]);
  }

  /** Looks at what a message is about. */
  async follow({ rail: key, id }: NewsJob): Promise<void> {
    const known = await this.news.find(key, id);
    if (known === null || known.isHandled) return;
    try {
      await this.look(this.rails.get(key), known);
      await this.news.setHandled(key, id);
    } catch (error) {
      await this.news.setFailed(known, error instanceof Error ? error.message : String(error));
    }
  }

  async sweep(): Promise<void> {
    await this.enqueue(await this.news.listOpen());
  }

  /** What the webhooks did not bring. `whole`: looks at everything on its way too, as it does once a day by itself. */
  async catchUp(whole = false): Promise<void> {
    for (const key of this.rails.keys()) {
      const rail = this.rails.get(key);
      const reading = await this.news.reading(key);
      const now = systemClock.now();
      const from = reading === null ? now.getTime() - 3 * DAY : reading.readUntil.getTime() - OVERLAP_MS;
      const found = await rail.newsSince(new Date(Math.max(from, now.getTime() - LONGEST_MS)));
      const fresh: NewsJob[] = [];
      for (const news of found)
        if (news.mode === rail.mode && (await this.news.record(key, news, 'catch_up')))
          fresh.push({ rail: key, id: news.id });
      await this.enqueue(fresh);
      await this.db.tx((tx) => this.news.setRead(tx, key, now));
      if (!whole && reading?.isLookDue === false) continue;
      await this.lookAtAll(rail);
      await this.db.tx((tx) => this.news.setLooked(tx, key));
    }
  }

  private async lookAtAll(rail: PayoutRail): Promise<void> {
    const ids = await this.news.listOnTheWay(rail.key, null, REGRET_DAYS);
    await this.queue.addAll(ids.map((payoutId) => ({ kind: followPayout, data: { payoutId } })));
    let stale: string[];
    do {
      stale = await this.news.listStale(rail.key, ACCOUNTS_AT_ONCE);
      for (const ref of stale) await this.accounts.look(rail, ref, false);
    } while (stale.length === ACCOUNTS_AT_ONCE);
  }

  private async look(rail: PayoutRail, news: KnownNews): Promise<void> {
    const look = lookFor(news);
    if (look.at === 'account') return this.accounts.look(rail, look.recipient, look.isGone);
    if (look.at === 'transfer') {
      const payoutId = await this.news.payoutOf(rail.key, look.railRef);
      // One that we do not know yet is found by its sender, or by reconciliation.
      if (payoutId !== null) await this.sending.follow(payoutId);
    }
    if (look.at !== 'payee') return;
    for (const id of await this.news.listOnTheWay(rail.key, look.recipient, REGRET_DAYS))
      await this.sending.follow(id);
  }

  private async enqueue(jobs: readonly NewsJob[]): Promise<void> {
    await this.queue.addAll(jobs.map((data) => ({ kind: followNews, id: `${data.rail}-${data.id}`, data })));
  }
}
