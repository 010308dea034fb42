import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { boot } from '../src/boot';
import { bringUpToDate } from '../src/migrate';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';
import { onClient } from './rig/client';
import { burst, type Burst } from './rig/load';
import { startGalleryReference } from './reference/gallery-reference';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const ARTISTS = 500;
const BAR = { reference: 0.6, deep: 1.3, large: 1.3 } as const;
const CLIENTS = 8;

const PEOPLE = `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${ARTISTS}, 'running')`;

/** Works alone: what they hang on is not read by lists and pages, so its rows are left out. */
const WORKS = (size: number): string => `
  SET session_replication_role = replica;
  INSERT INTO approval_works (id, submission_id, generation_id, person_id, program_id, slug, title, description, labels, tags,
      audience, made_with)
    SELECT 'wrk_' || lpad(n::text, 26, '0'), 'sub_' || n, 'gen_' || n, 'per_' || 1 + n % ${ARTISTS}, 'prg_1', 'tide-study-' || n,
      'Tide study ' || n, 'A calm sea, the ' || n || 'th.', '{}', ARRAY['tag-' || n % 40], 'wide', 'model'
    FROM generate_series(1, ${size}) n;
  SET session_replication_role = DEFAULT`;

const cursorOf = (n: number): string =>
  Buffer.from(JSON.stringify([`wrk_${String(n).padStart(26, '0')}`])).toString('base64url');

interface Rig {
  readonly size: number;
  readonly ours: number;
  readonly theirs: number;
  close(): Promise<void>;
}

async function startRig(postgres: Postgres, name: string, size: number, home: string): Promise<Rig> {
  await onClient(postgres.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = postgres.urlOf(name);
  const settings = readSettings(Settings, {
    DATABASE_URL: url, ATELIER_DATA_DIR: path.join(home, name), ATELIER_ROLES: 'api', LOG_LEVEL: 'fatal', PORT: '0',
    ATELIER_REQUESTS_PER_MINUTE: '10000000',
  }); // prettier-ignore
  await bringUpToDate(settings);
  await onClient(url, async (client) => {
    await client.query(PEOPLE);
    await client.query(WORKS(size));
    await client.query('VACUUM ANALYZE approval_works');
  });
  const running = await boot(settings);
  const reference = await startGalleryReference(url);
  return {
    size,
    ours: Number(new URL(running.url).port),
    theirs: reference.port,
    close: async () => {
      await reference.close();
      await running.stop();
    },
  };
}

const shot = (target: string) => ({ head: `GET ${target} HTTP/1.1\r\nhost: bench\r\n`, body: '' });

/** Cursors never asked for before: what is remembered does not help. */
const KINDS: Readonly<Record<'first' | 'deep' | 'page', (size: number) => string>> = {
  first: (size) =>
    `/api/v1/works?limit=24&cursor=${cursorOf(size - Math.floor(Math.random() * size * 0.05))}`,
  deep: (size) => `/api/v1/works?limit=24&cursor=${cursorOf(100 + Math.floor(Math.random() * size * 0.05))}`,
  page: (size) => `/api/v1/works/tide-study-${1 + Math.floor(Math.random() * size)}`,
};
type Kind = keyof typeof KINDS;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

async function fire(port: number, kind: Kind, size: number, seconds: number): Promise<Burst> {
  const seen = await burst({ port, clients: CLIENTS, seconds, next: () => shot(KINDS[kind](size)) });
  if (Object.keys(seen.statuses).some((status) => status !== '200'))
    throw new Error(`${kind}: ${JSON.stringify(seen.statuses)}`);
  return seen;
}

/** Lists near the top and at the bottom, and pages, in a small gallery and a large one, against bare Fastify and pg. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, seconds, large] = quick ? [2, 1, 100_000] : [5, 3, 1_000_000];
  const home = await mkdtemp(path.join(os.tmpdir(), 'gallery-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const rigs: Rig[] = [];
  try {
    process.stderr.write('gallery: hanging the works …\n');
    // each by itself: one that does not start must not leave the other's connections open behind it
    rigs.push(await startRig(postgres, 'small', 10_000, home));
    rigs.push(await startRig(postgres, 'large', large, home));
    const rates = new Map<string, Burst[]>();
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const rig of rigs) {
        for (const kind of Object.keys(KINDS) as Kind[]) {
          for (const side of ['ours', 'theirs'] as const) {
            const key = `${side} ${kind} ${rig.size}`;
            const seen = await fire(rig[side], kind, rig.size, seconds);
            rates.set(key, [...(rates.get(key) ?? []), seen]);
            process.stderr.write(`gallery: round ${turn + 1}, ${key}: ${seen.rate}/s, p50 ${seen.p50} ms\n`);
          }
        }
      }
    }
    const rate = (key: string): number => median((rates.get(key) ?? []).map((seen) => seen.rate));
    const p50 = (key: string): number => median((rates.get(key) ?? []).map((seen) => seen.p50));
    const ratios = {
      list: round(rate(`ours first ${large}`) / rate(`theirs first ${large}`)),
      page: round(rate(`ours page ${large}`) / rate(`theirs page ${large}`)),
      deep: round(p50(`ours deep ${large}`) / p50(`ours first ${large}`)),
      large: round(p50(`ours first ${large}`) / p50('ours first 10000')),
    };
    const ok =
      ratios.list >= BAR.reference &&
      ratios.page >= BAR.reference &&
      ratios.deep <= BAR.deep &&
      ratios.large <= BAR.large;
    const figures = Object.fromEntries(
      [...rates.keys()].map((key) => [
        key,
        { rate: rate(key), p50Ms: p50(key), p99Ms: median((rates.get(key) ?? []).map((seen) => seen.p99)) },
      ]),
    );
    return { ratios, figures, bar: BAR, rounds, ok };
  } finally {
    for (const rig of rigs) await rig.close();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
