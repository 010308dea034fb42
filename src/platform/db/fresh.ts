/** Nothing is used that was read longer ago than this. Milliseconds. */
const MAX_AGE_MS = 1_000;
/** What is in use is read again this often, so that hardly anybody waits for a reading. */
const RENEW_MS = 750;
/** Not asked for during this time: no longer in use. */
const USED_MS = 2_500;
/** Beyond this many the whole memory is dropped; it comes back with a few readings. */
const MOST = 50_000;

interface Entry<V> {
  readonly value: V;
  readonly readAt: number;
  usedAt: number;
}

type Read<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/**
 * Rows that are asked for with every request and hardly ever change, at most a second old in every process. `read` gets
 * all keys wanted at a moment at once. Whoever changes such a row calls `clear` after the commit: in that process the
 * change is seen at once, in others after the second. What does not exist is not remembered.
 */
export class Fresh<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private wanted = new Map<string, Promise<V | null>>();
  private batch: { readonly keys: string[]; readonly found: Promise<ReadonlyMap<string, V>> } | undefined;
  private era = 0;
  private renewal: NodeJS.Timeout | undefined;

  constructor(private readonly read: Read<V>) {}

  /** The value, or `null` where there is none. */
  async get(key: string): Promise<V | null> {
    const now = performance.now();
    const entry = this.entries.get(key);
    if (entry === undefined || now - entry.readAt >= MAX_AGE_MS) return this.want(key);
    entry.usedAt = now;
    return entry.value;
  }

  /** Forgets everything; a reading under way is not remembered either. */
  clear(): void {
    this.era += 1;
    this.entries.clear();
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
      return this.load(keys, performance.now());
    });
    return { keys, found };
  }

  /** `usedAt`: when somebody wanted them; `null` for a renewal, which is no use of its own. */
  private async load(keys: readonly string[], usedAt: number | null): Promise<ReadonlyMap<string, V>> {
    const { era } = this;
    const readAt = performance.now();
    const rows = await this.read(keys);
    if (era !== this.era) return rows;
    if (this.entries.size > MOST) this.entries.clear();
    for (const key of keys) {
      const value = rows.get(key);
      const used = usedAt ?? this.entries.get(key)?.usedAt;
      if (value === undefined || used === undefined) this.entries.delete(key);
      else this.entries.set(key, { value, readAt, usedAt: used });
    }
    this.renewal ??= setTimeout(() => this.renew(), RENEW_MS).unref();
    return rows;
  }

  /** Ends by itself when nothing is in use any more. A failed reading leaves what there is to grow old. */
  private renew(): void {
    this.renewal = undefined;
    const now = performance.now();
    for (const [key, { usedAt }] of this.entries) if (now - usedAt > USED_MS) this.entries.delete(key);
    if (this.entries.size > 0) this.load([...this.entries.keys()], null).catch(() => undefined);
  }
}
