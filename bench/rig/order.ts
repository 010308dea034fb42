import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module';
import { bringUpToDate } from '../../src/migrate';
import { release, type FairQueue, type Flow } from '../../src/modules/generation/domain/fair-order';
import { ReleaseService } from '../../src/modules/generation/pool/release.service';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/db/database';

interface Postgres {
  readonly url: string;
  destroy(): Promise<void>;
}

/** One clip as both sides get it. */
export interface Asked {
  readonly artist: number;
  readonly cost: number;
  /** Releases that come before it is asked for. */
  readonly after: number;
}

/** Clips by their number in the order in which they were released. */
export interface Orders {
  readonly database: readonly number[];
  readonly model: readonly number[];
}

const POOL = 'order';

const PEOPLE = (artists: number): string => `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(0, ${artists - 1}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${artists}, 'running');
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state)
    SELECT 'app_' || n, 'prg_1', 'per_' || n, 'Let me in', '{}', 'invited' FROM generate_series(0, ${artists - 1}) n;
  INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state)
    SELECT 'enr_' || n, 'app_' || n, 'prg_1', 'per_' || n, 'active' FROM generate_series(0, ${artists - 1}) n;
  INSERT INTO generation_batches (id, enrollment_id, variations)
    SELECT 'bat_' || n, 'enr_' || n, 1 FROM generate_series(0, ${artists - 1}) n;
  INSERT INTO generation_pools (id) VALUES ('${POOL}');
  INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight)
    SELECT '${POOL}', 'enr_' || n, 1, 1000000 FROM generate_series(0, ${artists - 1}) n;
  INSERT INTO generation_workers (id, pool, slots, seen_at) VALUES ('wrk_1', '${POOL}', 1000000, now() + interval '1 day')`;

/** As a submit writes it: it arrives at the pool's present virtual time. */
const ASK = `
  INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds,
      resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
    SELECT 'gen_' || number, 'bat_' || artist, 'enr_' || artist, 'prg_1', 'per_' || artist, 'queued', 'a queue', 'none', 10,
      '720p', '16:9', 24, 1280, 720, 0, true, 1, 1, 'procedural', p.id, cost, p.vtime
    FROM unnest($1::int[], $2::int[], $3::float8[]) AS a (number, artist, cost), generation_pools p
    WHERE p.id = '${POOL}' ORDER BY number`;

function playModel(asked: readonly Asked[], artists: number): number[] {
  const flows = Array.from({ length: artists }, (_, index): [string, Flow] => {
    const id = `enr_${index}`;
    return [id, { id, weight: 1, limit: Infinity, inflight: 0, lastFinish: 0, waiting: [] }];
  });
  const queue: FairQueue = { virtualTime: 0, flows: new Map(flows) };
  const order: number[] = [];
  let next = 0;
  while (order.length < asked.length) {
    for (; asked[next] !== undefined && (asked[next] as Asked).after <= order.length; next += 1) {
      const { artist, cost } = asked[next] as Asked;
      const clip = { id: String(next), seq: next, cost, arrival: queue.virtualTime, paidTag: null };
      queue.flows.get(`enr_${artist}`)?.waiting.push(clip);
    }
    const picked = release(queue);
    if (picked === null) throw new Error('clips are asked for only after more releases than there are');
    order.push(picked.job.seq);
  }
  return order;
}

async function playDatabase(
  db: Database,
  releases: ReleaseService,
  asked: readonly Asked[],
): Promise<number[]> {
  const order: number[] = [];
  let next = 0;
  while (order.length < asked.length) {
    const from = next;
    while (asked[next] !== undefined && (asked[next] as Asked).after <= order.length) next += 1;
    const now = asked.slice(from, next);
    if (now.length > 0) {
      await db.tx((tx) =>
        tx.run(ASK, [
          now.map((_, index) => from + index),
          now.map(({ artist }) => artist),
          now.map(({ cost }) => cost),
        ]),
      );
    }
    const until = (asked[next]?.after ?? asked.length) - order.length;
    const jobs = await db.tx((tx) => releases.release(tx, POOL, 0, until));
    if (jobs.length === 0) throw new Error('the database released nothing although clips wait');
    order.push(...jobs.map(({ generationId }) => Number(generationId.slice('gen_'.length))));
  }
  return order;
}

/** Releases what was asked for by the statements of the dispatcher on a Postgres of its own, and by the pure model. */
export async function ordersOf(asked: readonly Asked[], artists: number): Promise<Orders> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'order-bench-'));
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
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(PEOPLE(artists));
    await client.end();
    const app = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: false });
    try {
      const database = await playDatabase(app.get(Database), app.get(ReleaseService), asked);
      return { database, model: playModel(asked, artists) };
    } finally {
      await app.close();
    }
  } finally {
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
