import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
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

/** A draft takes at most so many times the plain aggregate, and so many megabytes of the API's memory. */
const BAR = { draft: 3, memoryMb: 150 } as const;
/** Earnings of each artist. */
const EACH = 10;
/** One artist of so many has no account at the rail's bank: the draft must name them. */
const SHORT = 1_000;

/** What one artist is owed, told by the earnings and by the ledger alike; one of `SHORT` the ledger owes less. */
const ROWS = (artists: number): string => `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || lpad(n::text, 26, '0'), 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}'
    FROM generate_series(1, ${artists}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${artists}, 'running');
  SET session_replication_role = replica;
  INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source, state,
      earned_at, due_at, pay_by, updated_at)
    SELECT 'ern_' || lpad(n::text, 26, '0'), 'prg_1', 'per_' || lpad((1 + n % ${artists})::text, 26, '0'), 'service', 'feedback',
      'fbk_' || n, 500 + n % 9000, 'EUR', 'fund:prg_1', 'due', earned.at, earned.at, earned.at + interval '30 days', earned.at
    FROM generate_series(1, ${artists * EACH}) n CROSS JOIN LATERAL (SELECT now() - n * interval '20 seconds' AS at) earned;
  INSERT INTO ledger_accounts (name, kind, unit, balance)
    SELECT 'payable:' || person_id || '.EUR', 'payable', 'EUR',
      sum(amount) - CASE WHEN right(person_id, 8)::integer % ${SHORT} = 0 THEN 1 ELSE 0 END
    FROM compensation_earnings GROUP BY person_id;
  SET session_replication_role = DEFAULT`;

/** What any database does to say who is owed what. */
const AGGREGATE = `
  SELECT person_id, sum(amount - withheld)::bigint AS amount FROM compensation_earnings
  WHERE program_id = 'prg_1' AND currency = 'EUR' AND state = 'due' AND due_at <= now() GROUP BY person_id`;

/** The same with the earnings named, as a batch must: nobody can approve or claim what is not named. */
const NAMED = `
  SELECT person_id, sum(amount - withheld)::bigint AS amount, array_agg(id ORDER BY id) AS ids FROM compensation_earnings
  WHERE program_id = 'prg_1' AND currency = 'EUR' AND state = 'due' AND due_at <= now() GROUP BY person_id`;

/** What a draft would cost that marks each earning as promised, in one statement and without anything else. */
const MARKED = `
  BEGIN;
  UPDATE compensation_earnings SET state = 'in_payout', payout_id = 'pay_none' WHERE state = 'due';
  ROLLBACK`;

interface Batch {
  readonly id: string;
  readonly hash: string;
  readonly count: number;
  readonly blockedCount: number;
  readonly total: { readonly amount: number };
}

const library = (file: string): string => pathToFileURL(path.resolve('scripts/lib', file)).href;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;

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

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; memory: number; value: T }> {
  const before = megabytes();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 50);
  const from = performance.now();
  const value = await work();
  clearInterval(watch);
  return { seconds: (performance.now() - from) / 1_000, memory: most - before, value };
}

async function person(running: RunningApp, name: string): Promise<Desk> {
  const [email, password] = [`${name}@bench.example`, 'a long enough bench password'];
  await running.app.get(Database).tx(async (tx) => {
    const draft = { name, email, password, roles: ['finance' as const] };
    const { id } = await running.app.get(PeopleService).create(tx, draft, SYSTEM);
    const { DEMO_CODE_SECRET } = (await import(library('codes.mjs'))) as { DEMO_CODE_SECRET: string };
    await running.app.get(CodeAppService).adopt(tx, id, DEMO_CODE_SECRET);
  });
  const desk = new Desk(running.url);
  await desk.signIn(email, password);
  return desk;
}

/** Every earning is promised by the batch exactly once, as it stands, or its person is named as left out. */
async function prove(client: Client, batch: Batch, artists: number): Promise<void> {
  const { rows } = await client.query<{ claimed: string; left: string; total: string; payouts: string }>(`
    SELECT (SELECT count(DISTINCT id) FROM compensation_promises, unnest(earning_ids) AS id) AS claimed,
      (SELECT count(*) FROM compensation_due('prg_1', 'EUR'), unnest(earning_ids)) AS left,
      (SELECT sum(amount) FROM payouts_payouts WHERE state = 'draft') AS total,
      (SELECT count(*) FROM payouts_payouts WHERE state = 'draft') AS payouts`);
  const blocked = Math.floor(artists / SHORT);
  const is = rows[0];
  const right =
    batch.blockedCount === blocked &&
    batch.count === artists - blocked &&
    Number(is?.claimed) === (artists - blocked) * EACH &&
    Number(is?.left) === blocked * EACH &&
    Number(is?.total) === batch.total.amount &&
    Number(is?.payouts) === batch.count;
  const { count, blockedCount, total } = batch;
  if (!right) throw new Error(`the draft is wrong: ${JSON.stringify({ count, blockedCount, total, is })}`);
}

/** A batch of a million earnings is drafted, looked at, and given up, as often as `rounds` says. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, artists] = [quick ? 5 : 3, quick ? 10_000 : 100_000];
  const home = await mkdtemp(path.join(os.tmpdir(), 'payout-bench-'));
  const { startEmbeddedPostgres } = (await import(library('embedded-postgres.mjs'))) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  let running: RunningApp | undefined;
  const client = new Client({ connectionString: postgres.urlOf('payout_bench') });
  try {
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query('CREATE DATABASE payout_bench');
    await admin.end();
    const settings = readSettings(Settings, {
      DATABASE_URL: postgres.urlOf('payout_bench'), ATELIER_DATA_DIR: path.join(home, 'data'), LOG_LEVEL: 'fatal',
      PORT: '0', ATELIER_REQUESTS_PER_MINUTE: '10000000',
    }); // prettier-ignore
    await bringUpToDate(settings);
    process.stderr.write(`payout: ${artists} artists earn ${EACH} times each …\n`);
    await client.connect();
    await client.query(ROWS(artists));
    await client.query('VACUUM ANALYZE');
    running = await boot(settings);
    const desk = await person(running, 'finance');
    const seen: Record<'aggregate' | 'named' | 'marked' | 'draft' | 'preview' | 'cancel', number[]> = {
      aggregate: [], named: [], marked: [], draft: [], preview: [], cancel: [],
    }; // prettier-ignore
    let memory = 0;
    const watch = async <T>(kind: keyof typeof seen, work: () => Promise<T>): Promise<T> => {
      const took = await timed(work);
      seen[kind].push(took.seconds);
      if (kind === 'draft' || kind === 'preview' || kind === 'cancel') memory = Math.max(memory, took.memory);
      process.stderr.write(
        `payout: ${kind} ${round(took.seconds)} s${took.memory > 1 ? `, +${round(took.memory)} MB` : ''}\n`,
      );
      return took.value;
    };
    for (let turn = 0; turn < rounds; turn += 1) {
      await client.query('VACUUM ANALYZE');
      await watch('aggregate', () => client.query(AGGREGATE));
      await watch('named', () => client.query(`SELECT count(ids) FROM (${NAMED}) x`));
      if (turn === 0) await watch('marked', () => client.query(MARKED));
      const batch = await watch('draft', () =>
        desk.json<Batch>('POST', '/payout-batches', { programId: 'prg_1', currency: 'EUR' }),
      );
      await prove(client, batch, artists);
      await watch('preview', () => desk.json('GET', `/payout-batches/${batch.id}/preview`));
      await watch('cancel', () => desk.json('POST', `/payout-batches/${batch.id}/cancel`, {}));
    }
    const ratios = { draft: round(median(seen.draft) / median(seen.aggregate)) };
    const memoryMb = round(memory);
    const figures = {
      earnings: artists * EACH,
      artists,
      memoryMb,
      ...Object.fromEntries(
        Object.entries(seen).map(([kind, seconds]) => [`${kind}Seconds`, round(median(seconds))]),
      ),
    };
    return { ratios, figures, bar: BAR, rounds, ok: ratios.draft <= BAR.draft && memoryMb <= BAR.memoryMb };
  } finally {
    await running?.stop();
    await client.end();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
