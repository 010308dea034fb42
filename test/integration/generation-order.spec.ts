import * as fc from 'fast-check';
import { Client } from 'pg';
import { newId } from '../../src/kernel/id';
import { release, type FairQueue, type Flow } from '../../src/modules/generation/domain/fair-order';
import { ReleaseService } from '../../src/modules/generation/pool/release.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { FakeProvider } from '../support/fake-provider';
import { openProgram } from '../support/program';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';

let atelier: TestApp;
let program: string;
/** As the owner of the schema: the application itself may not delete history. */
let owner: Client;
const POOL = 'test';
const enrollments: string[] = [];
const fake = new FakeProvider();

// No dispatcher: this file releases by itself.
beforeAll(async () => {
  atelier = await startTestApp('generation_order', { roles: ['api', 'worker', 'relay'] });
  atelier.app.get(ProviderRegistry).register(fake, 'cpu');
  program = (await openProgram(atelier)).id;
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  await owner.query(`INSERT INTO generation_pools (id) VALUES ('${POOL}')`);
  for (const who of ['artist', 'artist2', 'artist3'] as const)
    enrollments.push(await enrollArtist(atelier, program, who));
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
  fake.remove();
});

interface Job {
  readonly who: number;
  readonly cost: number;
}

async function empty(): Promise<void> {
  for (const table of ['history', 'leases', 'files', 'generations', 'batches', 'flows']) {
    await owner.query(`DELETE FROM generation_${table}`);
  }
  await owner.query(`DELETE FROM generation_workers WHERE pool = $1`, [POOL]);
  await owner.query('UPDATE generation_pools SET vtime = 0');
}

/** Fills the database and the model with the same queue. */
async function fill(weights: readonly number[], jobs: readonly Job[]): Promise<FairQueue> {
  const flows = enrollments.map((id, index): Flow => ({
    id, weight: weights[index] ?? 1, limit: 50, inflight: 0, lastFinish: 0, waiting: [],
  })); // prettier-ignore
  await atelier.db.tx(async (tx) => {
    await tx.run(`INSERT INTO generation_workers (id, pool, slots) VALUES ('test', $1, 1)`, [POOL]);
    for (const { id, weight } of flows) {
      await tx.run(
        `INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight) VALUES ($3, $1, $2, 50)`,
        [id, weight, POOL],
      );
      await tx.run(`INSERT INTO generation_batches (id, enrollment_id, variations) VALUES ($1, $1, 1)`, [id]);
    }
    for (const [seq, { who, cost }] of jobs.entries()) {
      const id = newId('gen');
      const enrollment = enrollments[who] as string;
      const person = atelier.people[(['artist', 'artist2', 'artist3'] as const)[who] as CastName].id;
      await tx.run(
        `INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds,
           resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
         VALUES ($1, $2, $2, $3, $4, 'queued', 'x', 'none', 1, '360p', '16:9', 24, 640, 360, 0, true, 1, 1, 'procedural', $6, $5, 0)`,
        [id, enrollment, program, person, cost, POOL],
      );
      flows[who]?.waiting.push({ id, seq, cost, arrival: 0, paidTag: null });
    }
  });
  return { virtualTime: 0, flows: new Map(flows.map((flow) => [flow.id, flow])) };
}

describe('the order of release', () => {
  test('is in the database what the model says, whatever the weights and costs', async () => {
    const releases = atelier.app.get(ReleaseService);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(0.5, 1, 3), { minLength: 3, maxLength: 3 }),
        fc.array(fc.record({ who: fc.nat(2), cost: fc.integer({ min: 1, max: 600 }) }), {
          minLength: 1,
          maxLength: 15,
        }),
        async (weights, jobs) => {
          await empty();
          const model = await fill(weights, jobs);
          const expected = jobs.map(() => release(model)?.job.id);
          const released = await atelier.db.tx((tx) => releases.release(tx, POOL, 100));
          expect(released.map((job) => job.generationId)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('is that of the model whatever artists were accounted before and whatever came back, few clips at a time', async () => {
    const releases = atelier.app.get(ReleaseService);
    const time = fc.integer({ min: 0, max: 900 });
    const clip = fc.record({ who: fc.nat(2), cost: fc.integer({ min: 1, max: 300 }), arrival: time });
    await fc.assert(
      fc.asyncProperty(
        fc.array(time, { minLength: 3, maxLength: 3 }),
        fc.array(fc.option(time, { freq: 2 }), { minLength: 3, maxLength: 3 }),
        fc.array(clip, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (finishes, paidTags, clips, most) => {
          await empty();
          const jobs = clips.toSorted((a, b) => a.arrival - b.arrival);
          const model = await fill([1, 2, 1], jobs);
          for (const [who, flow] of [...model.flows.values()].entries()) {
            flow.lastFinish = finishes[who] ?? 0;
            await owner.query('UPDATE generation_flows SET last_finish = $2 WHERE enrollment_id = $1', [
              flow.id,
              flow.lastFinish,
            ]);
            const arrivals = jobs.filter((job) => job.who === who).map(({ arrival }) => arrival);
            for (const [index, waiting] of flow.waiting.entries()) {
              // Only what is first of an artist can have come back.
              const paidTag = index === 0 ? (paidTags[who] ?? null) : null;
              const arrival = arrivals[index] ?? 0;
              flow.waiting[index] = { ...waiting, arrival, paidTag };
              await owner.query(
                'UPDATE generation_generations SET arrival = $2, start_tag = $3 WHERE id = $1',
                [waiting.id, arrival, paidTag],
              );
            }
          }
          const expected = jobs.map(() => release(model)?.job.id);
          const released: string[] = [];
          while (released.length < jobs.length) {
            const round = await atelier.db.tx((tx) => releases.release(tx, POOL, 100, most));
            released.push(...round.map((job) => job.generationId));
            if (round.length === 0) break;
          }
          expect(released).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('four dispatchers at once release each clip once and fill exactly the places there are', async () => {
    await empty();
    await fill(
      [1, 1, 1],
      Array.from({ length: 30 }, (_, index) => ({ who: index % 3, cost: 10 })),
    );
    await atelier.db.tx((tx) => tx.run('UPDATE generation_workers SET slots = 10 WHERE pool = $1', [POOL]));
    const releases = atelier.app.get(ReleaseService);
    const rounds = await Promise.all(
      Array.from({ length: 4 }, () => atelier.db.tx((tx) => releases.release(tx, POOL, 0))),
    );
    const ids = rounds.flat().map((job) => job.generationId);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });

  test('nothing is released while no worker is there', async () => {
    await empty();
    await fill([1, 1, 1], [{ who: 0, cost: 10 }]);
    await atelier.db.tx((tx) => tx.run('DELETE FROM generation_workers WHERE pool = $1', [POOL]));
    const releases = atelier.app.get(ReleaseService);
    expect(await atelier.db.tx((tx) => releases.release(tx, POOL, 1))).toEqual([]);
  });

  test('a hundred requests at once create exactly what the credits pay for', async () => {
    await empty();
    const body = {
      programId: program,
      prompt: 'a crowd',
      seconds: 10,
      resolution: '1080p',
      fps: 24,
      draft: false,
    };
    const each = 160;
    await atelier.request('POST', `/api/v1/programs/${program}/quota-plans`, {
      as: 'manager',
      body: { credits: 1, window: 'week', concurrency: 50, queued: 50, weight: 1 },
    });
    const before = await atelier.request<{ available: number }>('GET', `/api/v1/quota?programId=${program}`, {
      as: 'artist',
    });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        atelier.request<{ code?: string; title: string; status: number }>('POST', '/api/v1/generations', {
          as: 'artist',
          body,
        }),
      ),
    );
    const made = answers.filter((answer) => answer.status === 201).length;
    expect(made).toBe(Math.floor(before.body.available / each));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(
      refused.filter((answer) => answer.body.code !== 'ledger.insufficient').map((answer) => answer.body),
    ).toEqual([]);
    const after = await atelier.request<{ available: number; held: number }>(
      'GET',
      `/api/v1/quota?programId=${program}`,
      { as: 'artist' },
    );
    expect(after.body).toMatchObject({ held: made * each, available: before.body.available - made * each });
  }, 60_000);
});
