import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { boot, type RunningApp } from '../src/boot';
import { SYSTEM } from '../src/kernel/actor';
import { bringUpToDate } from '../src/migrate';
import { CodeAppService, PeopleService } from '../src/modules/access';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';
import { Database } from '../src/platform/db/database';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const BAR = { csv: 0.4, memoryMb: 150, listP95Ms: 50, sumsMs: 1_000 } as const;
const ARTISTS = 1_000;
const LISTS = 40;

const ROWS = (size: number): string => `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${ARTISTS}, 'running');
  SET session_replication_role = replica;
  INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source, state,
      earned_at, updated_at, payout_id)
    SELECT 'ern_' || lpad(n::text, 26, '0'), 'prg_1', 'per_' || 1 + n % ${ARTISTS}, (ARRAY['service', 'royalty'])[1 + n % 2], 'feedback',
      'fbk_' || n, 500 + n % 9000, 'EUR', 'fund:prg_1', 'due', now() - n * interval '20 seconds', now() - n * interval '20 seconds', NULL
    FROM generate_series(1, ${size}) n;
  SET session_replication_role = DEFAULT`;

const library = (file: string): string => pathToFileURL(path.resolve('scripts/lib', file)).href;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;

/** Seconds of a plain `COPY … TO STDOUT` of the same view into a file: what Postgres and a disk can do at all. */
async function reference(url: string, home: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const from = performance.now();
  const rows = client.query(copyTo('COPY (SELECT * FROM reports_reading_earnings) TO STDOUT (FORMAT csv)'));
  await pipeline(rows, createWriteStream(path.join(home, 'reference.csv')));
  await client.end();
  return (performance.now() - from) / 1_000;
}

interface Made {
  readonly id: string;
  readonly state: string;
  readonly rowsDone: number;
  readonly sha256: string;
}

class Desk {
  private cookie = '';

  constructor(private readonly url: string) {}

  async signIn(email: string, password: string): Promise<void> {
    // The library of the scripts is a module that only `import` can load.
    const { freshCode } = (await import(library('codes.mjs'))) as {
      freshCode: (email: string) => Promise<string>;
    };
    const answer = await this.send('POST', '/session', { email, password, code: await freshCode(email) });
    this.cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  }

  async send(method: string, address: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${address}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async json<T>(method: string, address: string, body?: object): Promise<T> {
    return (await (await this.send(method, address, body)).json()) as T;
  }
}

/** Seconds from asking to the stored file with its sha-256, and the most memory above what was there before. */
async function ours(desk: Desk, size: number): Promise<{ seconds: number; memory: number; made: Made }> {
  const before = megabytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 50);
  const from = performance.now();
  let made = await desk.json<Made>('POST', '/exports', { reading: 'earnings', format: 'csv' });
  while (made.state === 'queued' || made.state === 'running') {
    await sleep(50);
    made = await desk.json<Made>('GET', `/exports/${made.id}`);
  }
  const seconds = (performance.now() - from) / 1_000;
  clearInterval(watch);
  if (made.state !== 'ready' || made.rowsDone !== size) throw new Error(JSON.stringify(made));
  return { seconds, memory: most - before, made };
}

async function prove(desk: Desk, { id, sha256 }: Made): Promise<void> {
  const hash = createHash('sha256');
  const { body } = await desk.send('GET', `/exports/${id}/file`);
  for await (const chunk of body ?? []) hash.update(chunk as Uint8Array);
  if (hash.digest('hex') !== sha256) throw new Error('the file is not what its sha-256 says');
}

/** Milliseconds of pages from anywhere in the list, by the cursors of a walk that jumps by filter. */
async function lists(desk: Desk): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < LISTS; turn += 1) {
    const day = new Date(Date.now() - (turn * 200 * 86_400_000) / LISTS).toISOString().slice(0, 10);
    const from = performance.now();
    await desk.json('GET', `/readings/earnings?limit=50${turn % 2 === 0 ? '' : `&until=${day}`}`);
    times.push(performance.now() - from);
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function start(url: string, home: string, size: number): Promise<{ running: RunningApp; desk: Desk }> {
  const settings = readSettings(Settings, {
    DATABASE_URL: url, ATELIER_DATA_DIR: path.join(home, 'data'), LOG_LEVEL: 'fatal', PORT: '0',
    ATELIER_REQUESTS_PER_MINUTE: '10000000',
  }); // prettier-ignore
  await bringUpToDate(settings);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(ROWS(size));
  await client.query('VACUUM ANALYZE compensation_earnings');
  await client.end();
  const running = await boot(settings);
  const [email, password] = ['finance@bench.example', 'a long enough bench password'];
  await running.app.get(Database).tx(async (tx) => {
    const draft = { name: 'Finance', email, password, roles: ['finance' as const] };
    const { id } = await running.app.get(PeopleService).create(tx, draft, SYSTEM);
    const { DEMO_CODE_SECRET } = (await import(library('codes.mjs'))) as { DEMO_CODE_SECRET: string };
    await running.app.get(CodeAppService).adopt(tx, id, DEMO_CODE_SECRET);
  });
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return { running, desk };
}

/** A million earnings as CSV through the export, against COPY of the same view; lists and sums of the same rows. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, size] = quick ? [2, 200_000] : [5, 1_000_000];
  const home = await mkdtemp(path.join(os.tmpdir(), 'export-bench-'));
  const { startEmbeddedPostgres } = (await import(library('embedded-postgres.mjs'))) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  let running: RunningApp | undefined;
  try {
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query('CREATE DATABASE export_bench');
    await admin.end();
    process.stderr.write(`export: earning ${size} times …\n`);
    const url = postgres.urlOf('export_bench');
    const started = await start(url, home, size);
    running = started.running;
    const { desk } = started;
    const [copies, exports, memory]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < rounds; turn += 1) {
      copies.push(await reference(url, home));
      const file = await ours(desk, size);
      exports.push(file.seconds);
      memory.push(file.memory);
      if (turn === 0) await prove(desk, file.made);
      process.stderr.write(
        `export: round ${turn + 1}: COPY ${copies.at(-1)} s, ours ${file.seconds} s, +${file.memory} MB\n`,
      );
    }
    await lists(desk);
    const listP95Ms = round(p95(await lists(desk)));
    const sums: number[] = [];
    for (let turn = 0; turn < rounds; turn += 1)
      sums.push(
        await timed(() => desk.json('GET', '/readings/earnings/sums?category=service')),
        await timed(() => desk.json('GET', '/readings/earnings/sums')),
      );
    const sumsMs = round(Math.max(...sums));
    const ratios = { csv: round(median(copies) / median(exports)) };
    const memoryMb = round(Math.max(...memory));
    const figures = {
      rows: size,
      copySeconds: round(median(copies)),
      csvSeconds: round(median(exports)),
      memoryMb,
      listP95Ms,
      sumsMs,
    };
    const ok =
      ratios.csv >= BAR.csv && memoryMb <= BAR.memoryMb && listP95Ms <= BAR.listP95Ms && sumsMs <= BAR.sumsMs;
    return { ratios, figures, bar: BAR, rounds, ok };
  } finally {
    await running?.stop();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
