import { createPostgresBackend, Queue, Worker, runMigrations, type BackendFactory } from 'bullmq';
import { Client, Pool } from 'pg';
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

/** Claims and completes everything over HTTP; clips per second. What a worker has claimed it makes side by side. */
async function viaProtocol(fleet: Fleet, tokens: readonly string[], clips: number): Promise<number> {
  await fleet.submit(clips);
  const left = { clips };
  const complete = async (token: string, job: Job): Promise<void> => {
    const { status } = await fleet.complete(token, job);
    if (status !== 200) throw new Error(`complete: ${status}`);
    left.clips -= 1;
  };
  const begun = performance.now();
  await Promise.all(
    tokens.map(async (token) => {
      while (left.clips > 0) {
        const claim = await fleet.say(token, 'claim', { waitMs: 100, max: PLACES });
        await Promise.all(((claim.body.jobs ?? []) as Job[]).map((job) => complete(token, job)));
      }
    }),
  );
  return clips / ((performance.now() - begun) / 1_000);
}

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
 * Claim and complete per second through the remote protocol (HTTP, lease, history, charge and event of each clip), beside
 * raw BullMQ with manual processing on the same Postgres, both with the same places and connections. Files are taken as
 * they are; what checking them costs is measured by other benches. Telling the artist of it is what a relay does with the
 * event, in a process of its own that is not part of this.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, clips] = quick ? [2, 200] : [5, 600];
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
    const ratios: number[] = [];
    const rates: { protocol: number; queue: number }[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const queue = Math.round(await viaQueue(pool, backend, clips));
      const protocol = Math.round(await viaProtocol(fleet, tokens, clips));
      rates.push({ protocol, queue });
      ratios.push(protocol / queue);
      process.stderr.write(`pool: round ${turn + 1}: protocol ${protocol}/s, raw queue ${queue}/s\n`);
    }
    const ratio = Math.round(median(ratios) * 100) / 100;
    return { ratio, figures: { rates, backend: 'postgres' }, bar: BAR, rounds, ok: ratio >= BAR };
  } finally {
    await own.end();
    await pool.end();
    await fleet.stop();
  }
}
