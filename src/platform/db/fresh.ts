import type { ChangeFeed } from './change-feed';

/** Read again after this time all the same: whatever else changes with time is noticed then. Milliseconds. */
const LONGEST_MS = 30_000;
/** For rows of which a trigger reports every change and that no clock changes: they need not be read again for their age. */
export const REPORTED_MS = 3_600_000;
/** Beyond this many the whole memory is dropped; it comes back with a few readings. */
const MOST = 50_000;

interface Entry<V> {
  readonly value: V;
  /** The same for whoever waits: one promise for all of them. */
  readonly found: Promise<V>;
  /** By `performance.now()`. */
  readonly until: number;
}

type Read<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/**
 * Rows that are asked for with every request and hardly ever change, at most a second behind in every process. `read`
 * gets all keys wanted at a moment at once. Whoever changes such a row calls `clear` after the commit: in that process
 * the change is seen at once; others hear of it by the change feed under `topic`, which a trigger on the table feeds with
 * the same keys. What does not exist is not remembered. `lasts`: after how many milliseconds the value is another by the
 * clock alone. `longest`: after how many it is read again whatever happened; half a minute, or `REPORTED_MS`.
 */
export class Fresh<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private wanted = new Map<string, Promise<V | null>>();
  private batch: { readonly keys: string[]; readonly found: Promise<ReadonlyMap<string, V>> } | undefined;
  private era = 0;

  constructor(
    private readonly feed: Pick<ChangeFeed, 'isCurrent' | 'check' | 'listen'>,
    topic: string,
    private readonly read: Read<V>,
    private readonly lasts: (value: V) => number = () => Infinity,
    private readonly longest = LONGEST_MS,
  ) {
    feed.listen(topic, (keys) => (keys === null ? this.clear() : this.forget(keys)));
  }

  /** The value, or `null` where there is none. */
  get(key: string): Promise<V | null> {
    // First the feed, then the row: a change between the two is reported by the next look.
    if (!this.feed.isCurrent()) return this.feed.check().then(() => this.recall(key));
    return this.recall(key);
  }

  /** What is remembered and good at this moment; `undefined`: ask with `get`. For many keys at once, without a promise each. */
  peek(key: string): V | undefined {
    const entry = this.feed.isCurrent() ? this.entries.get(key) : undefined;
    return entry === undefined || performance.now() >= entry.until ? undefined : entry.value;
  }

  private recall(key: string): Promise<V | null> {
    const entry = this.entries.get(key);
    return entry === undefined || performance.now() >= entry.until ? this.want(key) : entry.found;
  }

  /** Forgets everything; a reading under way is not remembered either. */
  clear(): void {
    this.era += 1;
    this.entries.clear();
    this.wanted = new Map();
    this.batch = undefined;
  }

  private forget(keys: readonly string[]): void {
    this.era += 1;
    for (const key of keys) this.entries.delete(key);
    this.wanted = new Map();
    this.batch = undefined;
  }

  private want(key: string): Promise<V | null> {
    const known = this.wanted.get(key);
    if (known !== undefined) return known;
    this.batch ??= this.openBatch();
    const { keys, found } = this.batch;
    keys.push(key);
    const { wanted } = this;
    const value = found.then((rows) => rows.get(key) ?? null).finally(() => wanted.delete(key));
    wanted.set(key, value);
    return value;
  }

  private openBatch(): NonNullable<typeof this.batch> {
    const keys: string[] = [];
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      if (this.batch?.keys === keys) this.batch = undefined;
      return this.load(keys);
    });
    return { keys, found };
  }

  private async load(keys: readonly string[]): Promise<ReadonlyMap<string, V>> {
    const { era } = this;
    const readAt = performance.now();
    const rows = await this.read(keys);
    if (era !== this.era) return rows;
    if (this.entries.size > MOST) this.entries.clear();
    for (const key of keys) {
      const value = rows.get(key);
      if (value === undefined) this.entries.delete(key);
      else
        this.entries.set(key, {
          value,
          found: Promise.resolve(value),
          until: readAt + Math.min(this.longest, this.lasts(value)),
        });
    }
    return rows;
  }
}
