import { createPostgresBackend, Queue, Worker, runMigrations, type BackendFactory } from 'bullmq';
import { Client, Pool } from 'pg';
import { Fleet } from './rig/fleet';

const BAR = 0.5;
const WORKERS = 8;
/** Clips a worker asks for at once, as one with several places does. */
const BATCH = 8;

interface Job {
  readonly id: string;
  readonly fence: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Claims and completes everything over HTTP; clips per second. */
async function viaProtocol(fleet: Fleet, tokens: readonly string[], clips: number): Promise<number> {
  await fleet.submit(clips);
  let done = 0;
  const begun = performance.now();
  await Promise.all(
    tokens.map(async (token) => {
      while (done < clips) {
        const claim = await fleet.say(token, 'claim', { waitMs: 100, max: BATCH });
        const jobs = (claim.body.jobs ?? []) as Job[];
        for (const job of jobs) {
          const { status } = await fleet.complete(token, job);
          if (status !== 200) throw new Error(`complete: ${status}`);
          done += 1;
        }
      }
    }),
  );
  return clips / ((performance.now() - begun) / 1_000);
}

/** The same number of raw BullMQ workers with manual processing: take, complete, nothing else. Jobs per second. */
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
    workers.map(async (worker, n) => {
      while (done < jobs) {
        const job = await worker.getNextJob(`t${n}`, { block: false });
        if (job === undefined) continue;
        await job.moveToCompleted({}, `t${n}`, false);
        done += 1;
      }
    }),
  );
  const rate = jobs / ((performance.now() - begun) / 1_000);
  await Promise.all(workers.map((worker) => worker.close()));
  await queue.close();
  return rate;
}

/**
 * Claim and complete per second through the remote protocol (HTTP, lease, history, charge and event of each clip), beside
 * raw BullMQ with manual processing on the same Postgres. Files are taken as they are; what checking them costs is
 * measured by other benches.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, clips] = quick ? [2, 200] : [5, 600];
  const fleet = await Fleet.start();
  const own = new Client({ connectionString: fleet.databaseUrl });
  const pool = new Pool({
    connectionString: fleet.databaseUrl,
    max: WORKERS + 5,
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
