import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '../src/app.module';
import { bringUpToDate } from '../src/migrate';
import { LeaseService } from '../src/modules/generation/pool/lease.service';
import { ReleaseService } from '../src/modules/generation/pool/release.service';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';
import { Database } from '../src/platform/db/database';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const ARTISTS = 500;
const SIZES = [1_000, 50_000, 200_000] as const;
const BAR = { ratio: 2, p50Ms: 10 } as const;
const poolOf = (size: number): string => `queue-${size}`;
/** Every artist's first clip waits under the same tag, as when a programme opens: nobody can be left out of the look. */
const AT_ONCE = { pool: 'at-once', size: 50_000 } as const;

const PEOPLE = `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${ARTISTS}, 'running');
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state)
    SELECT 'app_' || n, 'prg_1', 'per_' || n, 'Let me in', '{}', 'invited' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state)
    SELECT 'enr_' || n, 'app_' || n, 'prg_1', 'per_' || n, 'active' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO generation_batches (id, enrollment_id, variations)
    SELECT 'bat_' || n, 'enr_' || n, 1 FROM generate_series(1, ${ARTISTS}) n`;

/** `tag`: where each artist `n` is in their turns. */
const QUEUE = (pool: string, size: number, tag: string): string => `
  INSERT INTO generation_pools (id) VALUES ('${pool}');
  INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight, last_finish)
    SELECT '${pool}', 'enr_' || n, 1 + n % 3, 1000, ${tag} FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds,
      resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
    SELECT 'gen_${pool}_' || n, 'bat_' || 1 + n % ${ARTISTS}, 'enr_' || 1 + n % ${ARTISTS}, 'prg_1', 'per_' || 1 + n % ${ARTISTS},
      'queued', 'a queue', 'none', 10, '720p', '16:9', 24, 1280, 720, 0, true, 1, 1, 'procedural', '${pool}', 10 + n % 90, 0
    FROM generate_series(1, ${size}) n;
  INSERT INTO generation_workers (id, pool, slots, seen_at) VALUES ('wrk_${pool}', '${pool}', 1000000, now() + interval '1 day')`;
const TAG = { spread: '(n * 7.919)::numeric % 97', same: '0' } as const;

const quantileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

/** One clip released and taken by a worker, as the dispatcher and the render processor do it. Milliseconds. */
async function step(
  db: Database,
  releases: ReleaseService,
  leases: LeaseService,
  pool: string,
): Promise<number> {
  const begun = performance.now();
  const [job] = await db.tx((tx) => releases.release(tx, pool, 0, 1));
  const lease = job === undefined ? null : await leases.take(job);
  const spent = performance.now() - begun;
  if (lease === null) throw new Error(`nothing was released from ${pool}`);
  lease.close();
  return spent;
}

/** What this machine and its disk take for two commits of one row each, as a step has: how much of it is not ours. */
async function commits(db: Database): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < 2; i += 1)
    await db.tx((tx) =>
      tx.run('UPDATE generation_workers SET seen_at = seen_at WHERE id = $1', [`wrk_${poolOf(1_000)}`]),
    );
  return performance.now() - begun;
}

interface Times {
  readonly ofSize: Map<number, number[][]>;
  readonly atOnce: readonly number[];
  readonly twoCommits: readonly number[];
}

async function measure(settings: Settings, rounds: number, steps: number): Promise<Times> {
  const app = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: false });
  try {
    const [db, releases, leases] = [app.get(Database), app.get(ReleaseService), app.get(LeaseService)];
    const times = new Map(SIZES.map((size): [number, number[][]] => [size, []]));
    for (const size of SIZES) for (let i = 0; i < 10; i += 1) await step(db, releases, leases, poolOf(size));
    const twoCommits: number[] = [];
    const atOnce: number[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      for (let i = 0; i < steps; i += 1) twoCommits.push(await commits(db));
      for (let i = 0; i < steps; i += 1) atOnce.push(await step(db, releases, leases, AT_ONCE.pool));
      for (const size of SIZES) {
        const spent: number[] = [];
        for (let i = 0; i < steps; i += 1) spent.push(await step(db, releases, leases, poolOf(size)));
        times.get(size)?.push(spent);
        process.stderr.write(
          `dispatch: round ${turn + 1}, ${size} queued: p50 ${round(quantileOf(spent, 0.5))} ms\n`,
        );
      }
    }
    return { ofSize: times, atOnce, twoCommits };
  } finally {
    await app.close();
  }
}

async function seed(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(PEOPLE);
    for (const size of SIZES) await client.query(QUEUE(poolOf(size), size, TAG.spread));
    await client.query(QUEUE(AT_ONCE.pool, AT_ONCE.size, TAG.same));
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** Latency and throughput of release and start over queues of three lengths, interleaved, on a Postgres of its own. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, steps] = quick ? [2, 20] : [5, 40];
  const home = await mkdtemp(path.join(os.tmpdir(), 'dispatch-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  try {
    const settings = readSettings(Settings, {
      DATABASE_URL: postgres.url, ATELIER_DATA_DIR: home, ATELIER_ROLES: 'api', LOG_LEVEL: 'fatal',
    }); // prettier-ignore
    await bringUpToDate(settings);
    process.stderr.write('dispatch: filling the queues …\n');
    await seed(postgres.url);
    const { ofSize: times, atOnce, twoCommits } = await measure(settings, rounds, steps);
    const p50 = (size: number): number =>
      quantileOf(
        (times.get(size) ?? []).map((spent) => quantileOf(spent, 0.5)),
        0.5,
      );
    const figures = Object.fromEntries(
      SIZES.map((size) => {
        const all = (times.get(size) ?? []).flat();
        const perSecond = 1_000 / (all.reduce((sum, one) => sum + one, 0) / all.length);
        return [
          size,
          { p50Ms: round(p50(size)), p95Ms: round(quantileOf(all, 0.95)), perSecond: round(perSecond) },
        ];
      }),
    );
    const ratios = Object.fromEntries(SIZES.slice(1).map((size) => [size, round(p50(size) / p50(1_000))]));
    const ok =
      Object.values(ratios).every((ratio) => ratio <= BAR.ratio) &&
      SIZES.every((size) => p50(size) <= BAR.p50Ms);
    return {
      ratios,
      figures: {
        ...figures,
        atOnceP50Ms: round(quantileOf(atOnce, 0.5)),
        twoCommitsP50Ms: round(quantileOf(twoCommits, 0.5)),
      },
      bar: BAR,
      rounds,
      ok,
    };
  } finally {
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
