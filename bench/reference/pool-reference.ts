import type { AddressInfo } from 'node:net';
import { createPostgresBackend, Queue, Worker, type BackendFactory, type Job } from 'bullmq';
import fastify from 'fastify';
import { Pool } from 'pg';

/**
 * What somebody would write by hand in place of the worker protocol: a bare Fastify server over BullMQ's manual
 * processing, a token looked up in a map, jobs held in memory, and one statement that keeps of each result what the
 * protocol keeps: a line of history, three files, where they come from, the charge with its two postings, the event.
 * No lease, no fence, no capabilities, no fair order, no second look: all of that is what the protocol adds.
 */

const TABLES = `
  CREATE SCHEMA IF NOT EXISTS reference;
  SET search_path = reference;
  CREATE TABLE IF NOT EXISTS results (job text PRIMARY KEY, model text NOT NULL, sha256 text NOT NULL, at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE IF NOT EXISTS files (job text NOT NULL, kind text NOT NULL, key text NOT NULL UNIQUE, sha256 text NOT NULL, bytes bigint NOT NULL,
    PRIMARY KEY (job, kind));
  CREATE TABLE IF NOT EXISTS history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job text NOT NULL, verb text NOT NULL,
    at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX IF NOT EXISTS history_job ON history (job, id);
  CREATE TABLE IF NOT EXISTS accounts (name text PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0));
  CREATE TABLE IF NOT EXISTS entries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reference text NOT NULL UNIQUE,
    at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE IF NOT EXISTS postings (entry bigint NOT NULL, account text NOT NULL, amount bigint NOT NULL, PRIMARY KEY (entry, account));
  CREATE TABLE IF NOT EXISTS events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, payload jsonb NOT NULL);
  INSERT INTO accounts SELECT 'artist:' || n, 1000000000 FROM generate_series(0, 31) n ON CONFLICT DO NOTHING;`;

const CLAIMED = `INSERT INTO history (job, verb) SELECT unnest($1::text[]), 'process'`;

const COMPLETED = `
  WITH result AS (
    INSERT INTO results (job, model, sha256) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING job
  ), stored AS (
    INSERT INTO files SELECT job, kind, 'files/' || job || '/' || kind, $3, $4 FROM result, unnest(ARRAY['video', 'poster', 'sheet']) kind
  ), told AS (
    INSERT INTO history (job, verb) SELECT job, verb FROM result, unnest(ARRAY['finish', 'succeed']) verb
  ), paid AS (
    UPDATE accounts SET balance = balance - 2 FROM result WHERE name = $5
  ), entry AS (
    INSERT INTO entries (reference) SELECT 'settle:' || job FROM result RETURNING id
  ), posted AS (
    INSERT INTO postings SELECT id, account, amount FROM entry, (VALUES ($5, -2), ('spent', 2)) v (account, amount)
  )
  INSERT INTO events (name, payload) SELECT 'done', jsonb_build_object('job', job) FROM result`;

export interface PoolReference {
  readonly url: string;
  fill(jobs: number): Promise<void>;
  close(): Promise<void>;
}

/** Serves claim and complete for the workers that hold `tokens`. */
export async function startPoolReference(
  databaseUrl: string,
  { tokens, connections }: { tokens: readonly string[]; connections: number },
): Promise<PoolReference> {
  const options = { connectionString: databaseUrl };
  const queuePool = new Pool({ ...options, max: connections / 2, options: '-c search_path=bullmq' });
  const books = new Pool({ ...options, max: connections / 2, options: '-c search_path=reference' });
  queuePool.setMaxListeners(0);
  await books.query(TABLES);
  const backend = createPostgresBackend as unknown as BackendFactory;
  const name = `reference-${Date.now()}`;
  const queue = new Queue(name, { connection: queuePool }, backend);
  const workers = new Map(
    tokens.map((token) => [
      token,
      new Worker(name, null, { connection: queuePool, autorun: false }, backend),
    ]),
  );
  const held = new Map<string, { job: Job; token: string }>();
  const server = fastify();

  server.post<{ Body: { max: number } }>('/claim', async (request, reply) => {
    const token = request.headers.authorization?.slice(7) ?? '';
    const worker = workers.get(token);
    if (worker === undefined) return reply.code(401).send({});
    const found = await Promise.all(
      Array.from({ length: request.body.max }, () => worker.getNextJob(token, { block: false })),
    );
    const jobs = found.filter((job): job is Job => job !== undefined);
    for (const job of jobs) held.set(job.id ?? '', { job, token });
    if (jobs.length > 0)
      await books.query({ name: 'claimed', text: CLAIMED, values: [jobs.map(({ id }) => id)] });
    return { jobs: jobs.map(({ id, data }) => ({ id, fence: 1, spec: data as object })) };
  });

  server.post<{ Params: { id: string }; Body: { sha256: string; bytes: number; model: string } }>(
    '/jobs/:id/complete',
    async (request, reply) => {
      const mine = held.get(request.params.id);
      if (mine === undefined || mine.token !== request.headers.authorization?.slice(7))
        return reply.code(409).send({});
      const { sha256, bytes, model } = request.body;
      const { id = '' } = mine.job;
      const artist = `artist:${(mine.job.data as { n: number }).n % 32}`;
      await books.query({ name: 'completed', text: COMPLETED, values: [id, model, sha256, bytes, artist] });
      await mine.job.moveToCompleted({}, mine.token, false);
      held.delete(id);
      return { id, outcome: 'delivered' };
    },
  );

  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    fill: async (jobs) => {
      const spec = { prompt: 'a quiet harbour', seconds: 1, width: 640, height: 360, fps: 24, seed: 7 };
      const list = Array.from({ length: jobs }, (_, n) => ({
        name: 'job', data: { n, ...spec }, opts: { removeOnComplete: true },
      })); // prettier-ignore
      await queue.addBulk(list);
    },
    close: async () => {
      await server.close();
      await Promise.all([...workers.values()].map((worker) => worker.close()));
      await queue.close();
      await Promise.all([queuePool.end(), books.end()]);
    },
  };
}
