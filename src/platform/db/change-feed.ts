/** What was checked longer ago than this must be checked again before it is used. Milliseconds. */
const MAX_AGE_MS = 1_000;
/** While something is in use the feed is read this often, so that hardly anybody waits for it. */
const EVERY_MS = 500;
/** Nobody asked during this time: reading stops. */
const USED_MS = 2_500;
/** After a gap like this everything is forgotten instead of reading up on what has happened. */
const LOST_MS = 60_000;

/**
 * Caller: ChangeFeed.check, twice a second while anything remembered is in use.
 * Index: platform_changes_xact.
 * Twice: reading only. Everything that was under way at the last look has a number at or above its xmin, so nothing that
 * commits late is missed; what was seen before comes again and is left out by its id.
 */
export const LIST_CHANGES = `
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS upto, changes.*
  FROM (SELECT 1) one
  LEFT JOIN LATERAL (SELECT id::text, topic, key FROM platform_changes WHERE xact >= $1::xid8) changes ON true`;

/**
 * Caller: CleaningProcessor, once a day. A process that has not looked for a minute (`LOST_MS`) forgets all it remembered
 * and reads nothing up, so what is a day old is asked for by nobody.
 * Index: platform_changes_at.
 * Twice: deletes nothing new.
 */
export const FORGET_CHANGES = `DELETE FROM platform_changes WHERE at < now() - interval '1 day'`;

interface ChangeRow {
  readonly upto: string;
  readonly id: string | null;
  readonly topic: string | null;
  readonly key: string | null;
}

/** Who remembers rows: told which of them have changed (`null`: any may have). */
type Listener = (keys: readonly string[] | null) => void;

/**
 * Which rows that processes remember have changed, in any process: triggers write each into `platform_changes`, one
 * statement reads what is new for all of them. What has been remembered is as good as the last look, so it need not be
 * read again as long as nobody has changed it.
 */
export class ChangeFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private checkedAt = -Infinity;
  private askedAt = 0;
  private upto: string | null = null;
  private seen = new Set<string>();
  private looking: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly read: (sql: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>,
  ) {}

  listen(topic: string, listener: Listener): void {
    this.listeners.set(topic, (this.listeners.get(topic) ?? new Set()).add(listener));
  }

  /** Whether what was remembered and not reported since is at most a second old. */
  isCurrent(): boolean {
    this.askedAt = performance.now();
    return this.askedAt - this.checkedAt < MAX_AGE_MS;
  }

  /** Looks for changes; everybody who asks meanwhile gets the same look, which is then no older than their question. */
  async check(): Promise<void> {
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async look(): Promise<void> {
    // One turn for those who ask with the same turn of the event loop.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const begun = performance.now();
    const isLost = this.upto === null || begun - this.checkedAt > LOST_MS;
    const rows = (await this.read(LIST_CHANGES, [
      isLost ? '18446744073709551615' : this.upto,
    ])) as unknown[] as ChangeRow[];
    const byTopic = new Map<string, string[]>();
    const seen = new Set<string>();
    for (const { id, topic, key } of rows) {
      if (id === null || topic === null || key === null) continue;
      seen.add(id);
      if (!this.seen.has(id)) byTopic.set(topic, [...(byTopic.get(topic) ?? []), key]);
    }
    this.seen = seen;
    this.upto = rows[0]?.upto ?? null;
    for (const [topic, listeners] of this.listeners) {
      const keys = isLost ? null : byTopic.get(topic);
      if (keys !== undefined) for (const listener of listeners) listener(keys);
    }
    this.checkedAt = begun;
    this.timer ??= setTimeout(() => this.again(), EVERY_MS).unref();
  }

  /** Ends by itself when nobody asks any more. A failed look leaves what there is to grow old. */
  private again(): void {
    this.timer = undefined;
    if (performance.now() - this.askedAt > USED_MS) return;
    this.check().catch(() => {
      this.timer ??= setTimeout(() => this.again(), EVERY_MS).unref();
    });
  }
}
