import { createPostgresBackend, Queue, Worker, runMigrations, type BackendFactory } from 'bullmq';
import { Client, Pool } from 'pg';
import { startPoolReference } from './reference/pool-reference';
import { Fleet } from './rig/fleet';

const BAR = 0.5;
const WORKERS = 8;
/** As many as the server has. */
const CONNECTIONS = 20;
/** Clips that a worker, or a worker of the raw queue, has in hand at once. */
const PLACES = 8;

interface Job {
  readonly id: string;
  readonly fence: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

type Ask = (
  token: string,
  verb: string,
  body: object,
) => Promise<{ status: number; body: Record<string, unknown> }>;

const SHA = 'a'.repeat(64);

/** Claims and completes everything over HTTP; clips per second. What a worker has claimed it makes side by side. */
async function viaHttp(ask: Ask, tokens: readonly string[], clips: number): Promise<number> {
  const left = { clips };
  const complete = async (token: string, { id, fence }: Job): Promise<void> => {
    const result = { fence, bytes: 4, sha256: SHA, model: 'bench-1' };
    const { status } = await ask(token, `jobs/${id}/complete`, result);
    if (status !== 200) throw new Error(`complete: ${status}`);
    left.clips -= 1;
  };
  const begun = performance.now();
  await Promise.all(
    tokens.map(async (token) => {
      while (left.clips > 0) {
        const claim = await ask(token, 'claim', { waitMs: 100, max: PLACES });
        await Promise.all(((claim.body.jobs ?? []) as Job[]).map((job) => complete(token, job)));
      }
    }),
  );
  return clips / ((performance.now() - begun) / 1_000);
}

const askAt =
  (url: string): Ask =>
  async (token, verb, body) => {
    const answer = await fetch(`${url}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

/** As many raw BullMQ workers with as many places and manual processing: take, complete, nothing else. Jobs per second. */
async function viaQueue(connection: Pool, backend: BackendFactory, jobs: number): Promise<number> {
  const name = `raw-${Date.now()}`;
  const queue = new Queue(name, { connection }, backend);
  await queue.addBulk(
    Array.from({ length: jobs }, (_, n) => ({ name: 'job', data: { n }, opts: { removeOnComplete: true } })),
  );
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(name, null, { connection, autorun: false }, backend),
  );
  let done = 0;
  const begun = performance.now();
  await Promise.all(
    workers.flatMap((worker, n) =>
      Array.from({ length: PLACES }, async (_, place) => {
        const token = `t${n}.${place}`;
        while (done < jobs) {
          const job = await worker.getNextJob(token, { block: false });
          if (job === undefined) continue;
          await job.moveToCompleted({}, token, false);
          done += 1;
        }
      }),
    ),
  );
  const rate = jobs / ((performance.now() - begun) / 1_000);
  await Promise.all(workers.map((worker) => worker.close()));
  await queue.close();
  return rate;
}

/**
 * Claim and complete per second through the remote protocol. The bar is a share of `raw`: BullMQ's manual processing
 * alone, in this process, without a network, a result or a charge. Beside it stands `byHand`, the same work on that queue
 * (reference/pool-reference.ts): the same HTTP client, Postgres, workers, places and connections, and of each result the
 * same rows kept. It tells how much of the distance is the work itself.
 *
 * Files are taken as they are; what checking them costs is measured by other benches. Telling the artist of it is what a
 * relay does with the event, in a process of its own that is not part of this.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, clips] = quick ? [3, 200] : [5, 600];
  const fleet = await Fleet.start({ ATELIER_ROLES: 'api,worker,dispatcher' });
  const own = new Client({ connectionString: fleet.databaseUrl });
  const pool = new Pool({
    connectionString: fleet.databaseUrl,
    max: CONNECTIONS,
    options: '-c search_path=bullmq',
  });
  pool.setMaxListeners(0);
  try {
    await own.connect();
    await runMigrations(own);
    const backend = createPostgresBackend as unknown as BackendFactory;
    const tokens = await Promise.all(Array.from({ length: WORKERS }, (_, n) => fleet.register(`w${n}`, 16)));
    const rates: { protocol: number; byHand: number; raw: number }[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const raw = Math.round(await viaQueue(pool, backend, clips));
      const hand = await startPoolReference(fleet.databaseUrl, { tokens, connections: CONNECTIONS });
      await hand.fill(clips);
      const byHand = Math.round(await viaHttp(askAt(hand.url), tokens, clips));
      await hand.close();
      await fleet.submit(clips);
      const protocol = Math.round(await viaHttp((...said) => fleet.say(...said), tokens, clips));
      rates.push({ protocol, byHand, raw });
      process.stderr.write(
        `pool: round ${turn + 1}: protocol ${protocol}/s, by hand ${byHand}/s, raw queue ${raw}/s\n`,
      );
    }
    const ratioTo = (other: 'byHand' | 'raw'): number =>
      Math.round(median(rates.map((rate) => rate.protocol / rate[other])) * 100) / 100;
    const ratios = { byHand: ratioTo('byHand'), raw: ratioTo('raw') };
    return { ratios, figures: { rates, backend: 'postgres' }, bar: BAR, rounds, ok: ratios.raw >= BAR };
  } finally {
    await own.end();
    await pool.end();
    await fleet.stop();
  }
}
