import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module';
import { newId } from '../../src/kernel/id';
import { catchUp, type FairQueue, type Flow } from '../../src/modules/generation/domain/fair-order';
import { ReleaseService } from '../../src/modules/generation/pool/release.service';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/db/database';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { FakeProvider } from '../support/fake-provider';
import { openProgram, quotaPlan } from '../support/program';

const POOLS = ['cap-one', 'cap-two'] as const;
const ARTISTS = ['artist', 'artist2', 'artist3'] as const;
const fake = new FakeProvider();

let atelier: TestApp;
/** A second process on the same database. */
let second: INestApplicationContext;
let folder: string;
/** As the owner of the schema: the application itself may not delete history. */
let owner: Client;
let program: string;
/** One without a cap, of which the first artist is as well. */
let free: string;
const enrollments: string[] = [];
let freeEnrollment: string;

// No dispatcher: this file releases by itself.
beforeAll(async () => {
  atelier = await startTestApp('program_caps', { roles: ['api', 'worker', 'relay'] });
  atelier.app.get(ProviderRegistry).register(fake, POOLS[0]);
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-other-'));
  const settings = readSettings(Settings, {
    DATABASE_URL: atelier.databaseUrl, ATELIER_ROLES: 'api', ATELIER_DATA_DIR: folder, LOG_LEVEL: 'fatal',
  }); // prettier-ignore
  second = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: false });
  program = (await openProgram(atelier)).id;
  free = (await openProgram(atelier)).id;
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  for (const pool of POOLS)
    await owner.query('INSERT INTO generation_pools (id) VALUES ($1) ON CONFLICT DO NOTHING', [pool]);
  for (const who of ARTISTS) enrollments.push(await enrollArtist(atelier, program, who));
  freeEnrollment = await enrollArtist(atelier, free, 'artist');
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await second?.close();
  await atelier?.stop();
  fake.remove();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const publish = async (programConcurrency: number | null) => {
  const answer = await atelier.request('POST', `/api/v1/programs/${program}/quota-plans`, {
    as: 'manager',
    body: { ...quotaPlan, programConcurrency },
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
};

interface Asked {
  readonly who: number;
  readonly pool: (typeof POOLS)[number];
  readonly cost: number;
}

async function empty(): Promise<void> {
  for (const table of ['history', 'leases', 'files', 'generations', 'batches', 'flows'])
    await owner.query(`DELETE FROM generation_${table}`);
  await owner.query('UPDATE generation_pools SET vtime = 0');
  await owner.query(`DELETE FROM generation_workers`);
  for (const pool of POOLS)
    await owner.query(
      `INSERT INTO generation_workers (id, pool, slots, seen_at) VALUES ($1, $1, 20, now() + interval '1 day')`,
      [pool],
    );
}

/** Queued clips, in this order; `who` 3 is the first artist in the programme without a cap. Their ids. */
async function ask(asked: readonly Asked[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { who, pool, cost } of asked) {
    const enrollment = who === 3 ? freeEnrollment : (enrollments[who] as string);
    const person = atelier.people[(ARTISTS[who] ?? 'artist') as CastName].id;
    const id = newId('gen');
    ids.push(id);
    await owner.query(
      'INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight) VALUES ($1, $2, 1, 50) ON CONFLICT DO NOTHING',
      [pool, enrollment],
    );
    await owner.query(
      'INSERT INTO generation_batches (id, enrollment_id, variations) VALUES ($1, $1, 1) ON CONFLICT DO NOTHING',
      [enrollment],
    );
    await owner.query(
      `INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds,
         resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
       VALUES ($1, $2, $2, $3, $4, 'queued', 'x', 'none', 1, '360p', '16:9', 24, 640, 360, 0, true, 1, 1, 'procedural', $5, $6, 0)`,
      [id, enrollment, who === 3 ? free : program, person, pool, cost],
    );
  }
  return ids;
}

const underWay = async (of = program): Promise<string[]> =>
  (
    await owner.query<{ id: string }>(
      `SELECT id FROM generation_generations WHERE program_id = $1 AND state IN ('starting', 'processing', 'finishing') ORDER BY seq`,
      [of],
    )
  ).rows.map(({ id }) => id);

/** One round of every dispatcher at once: two in each process for each pool. What they released. */
async function rounds(): Promise<string[]> {
  const released = await Promise.all(
    [atelier.app, second, atelier.app, second].flatMap((process) =>
      POOLS.map((pool) => process.get(Database).tx((tx) => process.get(ReleaseService).release(tx, pool, 1))),
    ),
  );
  return released.flat().map(({ generationId }) => generationId);
}

/** One ends, as far as the pool is concerned: these clips were never charged. */
const end = (id: string) =>
  owner.query(
    `WITH ended AS (
       UPDATE generation_generations SET state = 'canceled', finished_at = now() WHERE id = $1 RETURNING pool, enrollment_id)
     UPDATE generation_flows f SET inflight = f.inflight - 1 FROM ended e
     WHERE f.pool = e.pool AND f.enrollment_id = e.enrollment_id`,
    [id],
  );

/** Rounds until nobody releases anything more, as a dispatcher goes on that had places left. What they released. */
async function settled(): Promise<string[]> {
  const all: string[] = [];
  for (let more = await rounds(); more.length > 0; more = await rounds()) all.push(...more);
  return all;
}

describe('a programme’s cap on clips under way', () => {
  test('is kept by eight dispatchers of two processes over two pools, is used up, and every clip has its turn once', async () => {
    const clip = fc.record({
      who: fc.nat(2),
      pool: fc.constantFrom(...POOLS),
      cost: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(clip, { minLength: 4, maxLength: 14 }),
        fc.array(fc.nat(5), { minLength: 14, maxLength: 14 }),
        async (cap, asked, picks) => {
          await empty();
          await publish(cap);
          const all = await ask(asked);
          const seen: string[] = [];
          for (const [ended, pick] of picks.slice(0, all.length).entries()) {
            seen.push(...(await settled()));
            const running = await underWay();
            expect(running).toHaveLength(Math.min(cap, all.length - ended));
            // One ends while everybody releases: nobody counts it away before it is.
            const [, more] = await Promise.all([end(running[pick % running.length] as string), rounds()]);
            seen.push(...more);
            expect((await underWay()).length).toBeLessThanOrEqual(cap);
          }
          expect(seen.toSorted()).toEqual(all.toSorted());
        },
      ),
      { numRuns: 10 },
    );
  }, 120_000);

  test('leaves the order fair: a flood of one artist lets the others of its programme start in turn', async () => {
    await empty();
    await publish(2);
    const flood = Array.from({ length: 30 }, () => ({ who: 0, pool: POOLS[0], cost: 10 }));
    const light = [1, 2, 1, 2].map((who) => ({ who, pool: POOLS[0], cost: 10 }));
    const all = await ask([...flood, ...light]);
    const started: string[] = [];
    while (started.length < 12) {
      started.push(...(await settled()));
      await end((await underWay())[0] as string);
    }
    expect(started.slice(0, 7)).toEqual(expect.arrayContaining(all.slice(30)));
  }, 30_000);

  test('holds nobody of another programme up, however long its own line is', async () => {
    await empty();
    await publish(1);
    // Fewer places than artists of the capped programme, who all come first.
    await owner.query('UPDATE generation_workers SET slots = 2 WHERE pool = $1', [POOLS[0]]);
    await ask(Array.from({ length: 60 }, (_, index) => ({ who: index % 3, pool: POOLS[0], cost: 1 })));
    const others = await ask(Array.from({ length: 5 }, () => ({ who: 3, pool: POOLS[0], cost: 600 })));
    await settled();
    expect(await underWay()).toHaveLength(1);
    expect(await underWay(free)).toEqual(others.slice(0, 2));
  });

  test('catches its programme up with the pool as the model does, so that a newcomer waits for nothing that was saved up', async () => {
    const time = fc.integer({ min: 0, max: 3_000 });
    const artist = fc.record({ lastFinish: time, arrival: time, cost: fc.integer({ min: 1, max: 90 }) });
    await publish(1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(artist, { minLength: 3, maxLength: 3 }),
        time,
        async (artists, virtualTime) => {
          await empty();
          await owner.query('UPDATE generation_pools SET vtime = $2 WHERE id = $1', [POOLS[0], virtualTime]);
          const program = { limit: 1, inflight: 0 };
          const flows = new Map<string, Flow>();
          for (const [who, { lastFinish, arrival, cost }] of artists.entries()) {
            const id = enrollments[who] as string;
            const [clip] = await ask([{ who, pool: POOLS[0], cost }]);
            await owner.query('UPDATE generation_generations SET arrival = $2 WHERE id = $1', [
              clip,
              arrival,
            ]);
            await owner.query('UPDATE generation_flows SET last_finish = $2 WHERE enrollment_id = $1', [
              id,
              lastFinish,
            ]);
            const waiting = [{ id: String(who), seq: who, cost, arrival, paidTag: null }];
            flows.set(id, { id, weight: 1, limit: 50, program, inflight: 0, lastFinish, waiting });
          }
          const model: FairQueue = { virtualTime, flows };
          catchUp(model, program);
          const before = artists.map(({ lastFinish }) => lastFinish);
          const isMoved = [...flows.values()].some(({ lastFinish }, who) => lastFinish !== before[who]);
          const released = await atelier.db.tx((tx) =>
            atelier.app.get(ReleaseService).release(tx, POOLS[0], 0),
          );
          expect(released).toHaveLength(isMoved ? 0 : 1);
          if (!isMoved) return;
          const { rows } = await owner.query<{ id: string; last_finish: number }>(
            'SELECT enrollment_id AS id, last_finish FROM generation_flows',
          );
          for (const { id, last_finish } of rows)
            expect(last_finish).toBeCloseTo(flows.get(id)?.lastFinish ?? NaN, 6);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('catches up by what may start: a clip that rests after a fault holds nothing up behind it', async () => {
    await empty();
    await publish(1);
    await owner.query('UPDATE generation_pools SET vtime = 5000 WHERE id = $1', [POOLS[0]]);
    const [resting, next] = await ask([1, 2].map((cost) => ({ who: 0, pool: POOLS[0], cost })));
    await owner.query(
      `UPDATE generation_generations SET start_tag = 1, not_before = now() + interval '1 hour' WHERE id = $1`,
      [resting],
    );
    const release = () => atelier.db.tx((tx) => atelier.app.get(ReleaseService).release(tx, POOLS[0], 0));
    expect(await release()).toEqual([]);
    expect((await release()).map(({ generationId }) => generationId)).toEqual([next]);
  }, 30_000);

  test('is what the plan in force says: raised, lowered and lifted with the next round of every process', async () => {
    await empty();
    await publish(1);
    await ask(
      Array.from({ length: 12 }, (_, index) => ({
        who: index % 3,
        pool: POOLS[index % 2] ?? POOLS[0],
        cost: 5,
      })),
    );
    const after = async (cap: number | null): Promise<number> => {
      await publish(cap);
      await settled();
      return (await underWay()).length;
    };
    expect(await after(1)).toBe(1);
    expect(await after(4)).toBe(4);
    expect(await after(2)).toBe(4);
    for (const id of (await underWay()).slice(0, 3)) await end(id);
    expect(await after(2)).toBe(2);
    expect(await after(null)).toBe(9);
  }, 30_000);

  test('is told to whoever waits behind it, and to those who answer for the pool', async () => {
    await empty();
    await publish(2);
    const ids = await ask(
      Array.from({ length: 6 }, (_, index) => ({ who: index % 3, pool: POOLS[0], cost: 30 })),
    );
    await settled();
    const last = await atelier.request<{
      caps: object;
      reason: string;
      position: number;
      startP50Seconds: number;
    }>('GET', `/api/v1/generations/${ids[5]}/wait`, { as: 'artist3' });
    expect(last.body).toMatchObject({
      position: 6,
      isPossible: true,
      caps: { programConcurrency: 2, programUnderWay: 2 },
      reason: expect.stringMatching(
        /^The programme has 2 clips under way, as many as it allows at once \(2\)/,
      ) as string,
    });
    // Twenty places are there, and still it waits for two others: that is what the forecast plays.
    expect(last.body.startP50Seconds).toBeGreaterThan(0);
    const line = await atelier.request<{ programs: object[] }>('GET', '/api/v1/pools/line', {
      as: 'manager',
    });
    expect(line.body.programs).toEqual([
      expect.objectContaining({ programId: program, underWay: 2, concurrency: 2 }),
    ]);
    await publish(null);
    const lifted = await atelier.request('GET', `/api/v1/generations/${ids[5]}/wait`, { as: 'artist3' });
    expect(lifted.body).toMatchObject({ caps: { programConcurrency: null, programUnderWay: null } });
    expect((lifted.body as { reason: string }).reason).not.toContain('programme');
  });

  test('belongs into the plan of the programme: a cohort’s is refused, and so is none, a part or a word', async () => {
    const say = (more: object) =>
      atelier.request('POST', `/api/v1/programs/${program}/quota-plans`, {
        as: 'manager',
        body: { ...quotaPlan, ...more },
      });
    expect(await say({ programConcurrency: 3, cohortId: 'coh_1' })).toMatchObject({
      status: 422,
      body: { code: 'program.cap_of_programme' },
    });
    for (const programConcurrency of [0, -1, 1.5, '3', 1e9])
      expect(await say({ programConcurrency })).toMatchObject({
        status: 422,
        body: { fields: [{ field: 'programConcurrency' }] },
      });
    const body = { ...quotaPlan, programConcurrency: 3 };
    const path = `/api/v1/programs/${program}/quota-plans`;
    expect((await atelier.request('POST', path, { as: 'artist', body })).status).toBe(403);
  });
});
