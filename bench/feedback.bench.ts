import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Pool } from 'pg';
import { bringUpToDate } from '../src/migrate';
import { FIND_SIMILAR, RARE_WORDS } from '../src/modules/feedback/similar/similar.sql';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const SIZES = [20_000, 200_000] as const;
/** The long list may take this many milliseconds, and this many times as long as one of a tenth. */
const BAR = { p95Ms: 50, ratio: 4 } as const;

const PEOPLE = `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(1, 1000) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', 1000, 'running')`;

const THINGS = ['hand', 'face', 'horse', 'shadow', 'mirror', 'water', 'crowd', 'piano', 'train', 'candle', 'dog', 'bridge', 'violin', 'window', 'flag', 'cloud', 'bicycle', 'staircase', 'tree', 'lantern']; // prettier-ignore
const FAULTS = ['melts', 'flickers', 'doubles', 'vanishes', 'slides', 'tears', 'bends', 'jumps', 'blurs', 'freezes', 'swaps', 'shrinks', 'glows', 'drifts', 'shatters']; // prettier-ignore
const TIMES = ['camera turns', 'light fades', 'cut comes', 'rain begins', 'person speaks', 'loop closes', 'zoom ends', 'scene darkens', 'music stops', 'wind rises']; // prettier-ignore

const list = (words: readonly string[]): string => `(ARRAY['${words.join("','")}'])`;

/** Texts as artists write them: few common words, and in each some that are rare. */
const FILL = (size: number): string => `
  SET session_replication_role = replica;
  INSERT INTO feedback_items (id, person_id, program_id, type, state, title, body, ratings, markers, due_at, pay_ref, weight)
    SELECT 'fbk_' || lpad(n::text, 26, '0'), 'per_' || 1 + n % 1000, 'prg_1', 'issue', 'new',
      'The ' || thing || ' ' || fault, 'The ' || thing || ' ' || fault || ' when the ' || at_ || ' in scene s' || n % 4999 ||
      ', take t' || n % 7919 || ', and I expected it to stay as it was in the frames before.',
      '{}', '[]', now() + interval '7 days', 'fbk_' || lpad(n::text, 26, '0'), 3
    FROM (SELECT n, ${list(THINGS)}[1 + (n * 7919) % 20] AS thing, ${list(FAULTS)}[1 + (n * 104729 / 20) % 15] AS fault,
      ${list(TIMES)}[1 + (n * 1299709 / 300) % 10] AS at_ FROM generate_series(1::bigint, ${size}) n) texts;
  SET session_replication_role = origin`;

const quantileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;
const pick = (words: readonly string[], n: number): string => words[n % words.length] as string;

class Shelf {
  readonly times: number[] = [];
  found = 0;

  private constructor(
    readonly size: number,
    private readonly pool: Pool,
  ) {}

  static async open(url: string, size: number): Promise<Shelf> {
    await bringUpToDate({ databaseUrl: url, redisUrl: undefined });
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(PEOPLE);
    await client.query(FILL(size));
    await client.query('VACUUM ANALYZE feedback_items');
    await client.end();
    return new Shelf(size, new Pool({ connectionString: url, max: 1 }));
  }

  /** The two questions that the service asks, for one text. */
  async ask(n: number): Promise<void> {
    const text = `The ${pick(THINGS, n)} ${pick(FAULTS, n * 3)} as soon as the ${pick(TIMES, n * 7)}, seen in scene s${(n * 31) % 4999}.`;
    const started = performance.now();
    const { rows } = await this.pool.query<{ query: string | null }>(RARE_WORDS, [text]);
    const words = rows[0]?.query ?? null;
    if (words !== null)
      this.found += (await this.pool.query(FIND_SIMILAR, ['prg_1', 'per_1', text, words])).rowCount ?? 0;
    this.times.push(performance.now() - started);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Suggestions before sending, over a long and a short list, interleaved. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const turns = quick ? 120 : 1_000;
  const home = await mkdtemp(path.join(os.tmpdir(), 'feedback-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const shelves: Shelf[] = [];
  try {
    for (const size of SIZES) {
      process.stderr.write(`feedback: ${size} items …\n`);
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`CREATE DATABASE feedback_${size}`);
      await client.end();
      shelves.push(await Shelf.open(postgres.urlOf(`feedback_${size}`), size));
    }
    for (let n = 0; n < turns + 20; n += 1) {
      for (const shelf of shelves) await shelf.ask(n);
      if (n === 19) for (const shelf of shelves) shelf.times.length = 0;
    }
    const [short, long] = shelves as [Shelf, Shelf];
    const figures = Object.fromEntries(
      shelves.map(({ size, times }) => [
        size,
        { p50Ms: round(quantileOf(times, 0.5)), p95Ms: round(quantileOf(times, 0.95)) },
      ]),
    );
    const ratio = round(quantileOf(long.times, 0.5) / quantileOf(short.times, 0.5));
    const p95 = quantileOf(long.times, 0.95);
    const ok = long.found > 0 && ratio <= BAR.ratio && p95 <= BAR.p95Ms;
    return { figures, ratio, found: long.found, turns, bar: BAR, ok };
  } finally {
    for (const shelf of shelves) await shelf.close();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
