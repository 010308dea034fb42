import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { newsRetrySeconds } from '../domain/news';
import type { RailKey, RailNews } from '../domain/rail';

export const NEWS_SOURCES = ['account', 'connect', 'thin', 'catch_up'] as const;
export type NewsSource = (typeof NEWS_SOURCES)[number];

export interface KnownNews extends Pick<RailNews, 'id' | 'type' | 'recipient' | 'object'> {
  readonly rail: RailKey;
  readonly tries: number;
  readonly isHandled: boolean;
}

/**
 * Caller: NewsService, for a message of a webhook or of the rail's own list.
 * Index: primary key.
 * Twice: the first message of an id stays; later ones are told apart by no row.
 */
const RECORD = `
  INSERT INTO payouts_news (rail, id, type, recipient, object, happened_at, source)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (rail, id) DO NOTHING`;

/**
 * Caller: NewsService.follow, after looking.
 * Index: primary key.
 * Twice: what was handled stays handled.
 */
const HANDLED = `
  UPDATE payouts_news SET handled_at = now(), fault = NULL WHERE rail = $1 AND id = $2 AND handled_at IS NULL`;

/**
 * Caller: NewsService.follow, when the rail could not be asked.
 * Index: primary key.
 * Twice: each time pushes the next try further away.
 */
const FAILED = `
  UPDATE payouts_news SET tries = tries + 1, fault = left($3, 500), next_at = now() + make_interval(secs => $4)
  WHERE rail = $1 AND id = $2 AND handled_at IS NULL`;

/**
 * Caller: NewsService.catchUp, for payouts that news may have been lost of.
 * Index: payouts_payouts_recipient.
 * Twice: reading only; following is safe to repeat.
 */
const ON_THE_WAY = `
  SELECT id FROM payouts_payouts
  WHERE rail = $1 AND ($2::text IS NULL OR recipient = $2)
    AND (state = 'in_transit' OR (state = 'paid' AND paid_at > now() - make_interval(days => $3)))
  ORDER BY id`;

/** Messages are kept for longer than a rail sends them again. */
const KEPT_DAYS = 90;

@Injectable()
export class NewsRepository {
  constructor(private readonly db: Database) {}

  /** `false`: it was known. */
  async record(rail: RailKey, news: RailNews, source: NewsSource): Promise<boolean> {
    const { id, type, recipient, object, at } = news;
    return this.db.tx(
      async (tx) => (await tx.run(RECORD, [rail, id, type, recipient, object, at, source])) === 1,
    );
  }

  async find(rail: RailKey, id: string): Promise<KnownNews | null> {
    const [row] = await this.db.read<KnownNews>(
      `SELECT rail, id, type, recipient, object, tries, handled_at IS NOT NULL AS "isHandled"
       FROM payouts_news WHERE rail = $1 AND id = $2`,
      [rail, id],
    );
    return row ?? null;
  }

  async setHandled(rail: RailKey, id: string): Promise<void> {
    await this.db.tx((tx) => tx.run(HANDLED, [rail, id]));
  }

  async setFailed({ rail, id, tries }: KnownNews, fault: string): Promise<void> {
    await this.db.tx((tx) => tx.run(FAILED, [rail, id, fault, newsRetrySeconds(tries)]));
  }

  /** Messages whose job was lost or whose time has come again. */
  async listOpen(): Promise<{ rail: RailKey; id: string }[]> {
    return this.db.read(
      `SELECT rail, id FROM payouts_news WHERE handled_at IS NULL AND next_at <= now() ORDER BY next_at LIMIT 200`,
    );
  }

  async payoutOf(rail: RailKey, railRef: string): Promise<string | null> {
    const [row] = await this.db.read<{ id: string }>(
      'SELECT id FROM payouts_payouts WHERE rail = $1 AND rail_ref = $2',
      [rail, railRef],
    );
    return row?.id ?? null;
  }

  /** Payouts on their way, and those that arrived in the last `days`: banks change their mind. */
  async listOnTheWay(rail: RailKey, recipient: string | null, days: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(ON_THE_WAY, [rail, recipient, days]);
    return rows.map(({ id }) => id);
  }

  /** Accounts that nobody has looked at for a day, longest ago first. */
  async listStale(rail: RailKey, limit: number): Promise<string[]> {
    const rows = await this.db.read<{ ref: string }>(
      `SELECT ref FROM payouts_recipients WHERE rail = $1 AND synced_at < now() - interval '20 hours'
       ORDER BY synced_at LIMIT $2`,
      [rail, limit],
    );
    return rows.map(({ ref }) => ref);
  }

  async reading(rail: RailKey): Promise<{ readUntil: Date; isLookDue: boolean } | null> {
    const [row] = await this.db.read<{ readUntil: Date; isLookDue: boolean }>(
      `SELECT read_until AS "readUntil", looked_at IS NULL OR looked_at < now() - interval '20 hours' AS "isLookDue"
       FROM payouts_news_readings WHERE rail = $1`,
      [rail],
    );
    return row ?? null;
  }

  async setRead(tx: Tx, rail: RailKey, until: Date): Promise<void> {
    await tx.run(
      `INSERT INTO payouts_news_readings AS r (rail, read_until) VALUES ($1, $2)
       ON CONFLICT (rail) DO UPDATE SET read_until = greatest(r.read_until, $2)`,
      [rail, until],
    );
    await tx.run(
      'DELETE FROM payouts_news WHERE handled_at IS NOT NULL AND received_at < now() - make_interval(days => $1)',
      [KEPT_DAYS],
    );
  }

  async setLooked(tx: Tx, rail: RailKey): Promise<void> {
    await tx.run('UPDATE payouts_news_readings SET looked_at = now() WHERE rail = $1', [rail]);
  }
}
