import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { bringUpToDate } from '../src/migrate';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';

import { onClient } from './rig/client';
import { clearGenerations, SECRET, settleProgramme } from './rig/programme';
import { startRedis } from './rig/redis';

interface Postgres {
  readonly url: string;
  destroy(): Promise<void>;
}

const PROCESSES = [1, 2, 4] as const;
const QUEUES = ['postgres', 'redis'] as const;
type Queue = (typeof QUEUES)[number];

const CLIENTS = 16;
/** Places and connections of all processes together: more processes are not more of either. */
const PLACES = 16;
const CONNECTIONS = 40;
const BAR = { throughput: 0.9, lost: 0 } as const;
const GIVE_UP_MS = 300_000;

interface Run {
  readonly perSecond: number;
  /** Accepted, and not delivered exactly once with its credits settled exactly once. */
  readonly lost: number;
}

async function startProcesses(
  many: number,
  env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }[]> {
  const shared = {
    ...env,
    ATELIER_POOL_SLOTS: String(PLACES / many),
    DATABASE_POOL: String(CONNECTIONS / many),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'fatal',
  };
  return Promise.all(
    Array.from({ length: many }, async () => {
      const child = fork('dist/bench/rig/scale-process.js', { env: { ...process.env, ...shared } });
      const said = await Promise.race([once(child, 'message'), once(child, 'exit')]);
      if (typeof said[0] !== 'string') throw new Error('a process ended before it was ready');
      return { url: said[0], child };
    }),
  );
}

/** Asks for `count` clips, the next one as soon as one is accepted, by turns of all processes and artists. Their ids. */
async function submit(urls: readonly string[], keys: readonly string[], count: number): Promise<string[]> {
  const ids: string[] = [];
  let asked = 0;
  const client = async (number: number): Promise<void> => {
    for (; asked < count;) {
      asked += 1;
      const answer = await fetch(`${urls[number % urls.length]}/api/v1/generations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys[asked % keys.length]}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          programId: 'prg_bench', prompt: 'a quiet harbour', seconds: 1, resolution: '360p', fps: 24, aspect: '16:9', draft: false,
        }),
      }); // prettier-ignore
      const body = (await answer.json()) as { generations?: { id: string }[] };
      if (answer.status !== 201) throw new Error(`not accepted: ${JSON.stringify(body)}`);
      for (const { id } of body.generations ?? []) ids.push(id);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return ids;
}

async function delivered(client: Client, ids: readonly string[]): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    const { rows } = await client.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM generation_generations WHERE id = ANY ($1::text[]) AND finished_at IS NULL`,
      [ids],
    );
    if (rows[0]?.left === 0) return;
    if (Date.now() > until) throw new Error(`${rows[0]?.left} clips are still under way`);
    await pause(50);
  }
}

async function countLost(client: Client, ids: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ kept: number }>(
    `SELECT count(*)::int AS kept FROM generation_generations g WHERE g.id = ANY ($1::text[]) AND g.state = 'succeeded'
       AND (SELECT count(*) FROM generation_history h WHERE h.subject_id = g.id AND h.verb = 'succeed') = 1
       AND (SELECT count(*) FROM ledger_holds o WHERE o.reference LIKE 'hold:' || g.id || ':%' AND o.state = 'settled') = 1
       AND (SELECT count(*) FROM generation_files f WHERE f.generation_id = g.id AND f.kind = 'video') = 1`,
    [ids],
  );
  return ids.length - (rows[0]?.kept ?? 0);
}

async function runOnce(
  client: Client,
  keys: readonly string[],
  count: number,
  many: number,
  env: Record<string, string>,
): Promise<Run> {
  await clearGenerations(client);
  const processes = await startProcesses(many, env);
  const urls = processes.map(({ url }) => url);
  try {
    await delivered(client, await submit(urls, keys, CLIENTS * 2));
    const begun = performance.now();
    const ids = await submit(urls, keys, count);
    await delivered(client, ids);
    const perSecond = (count * 1_000) / (performance.now() - begun);
    return { perSecond, lost: (await countLost(client, ids)) + count - new Set(ids).size };
  } finally {
    await Promise.all(
      processes.map(async ({ child }) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }),
    );
  }
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;
const nameOf = (queue: Queue, many: number): string => `${queue}-${many}`;

/** Clips from their submit to their delivery per second, by 1, 2 and 4 processes on one database, over both queues. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, count] = quick ? [2, 400] : [5, 1_500];
  const home = await mkdtemp(path.join(os.tmpdir(), 'scale-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const redis = await startRedis();
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  try {
    const env = {
      DATABASE_URL: postgres.url, ATELIER_DATA_DIR: home, ATELIER_SECRET: SECRET, ATELIER_REQUESTS_PER_MINUTE: '10000000',
    }; // prettier-ignore
    await bringUpToDate(readSettings(Settings, env));
    const runs = new Map<string, Run[]>();
    await onClient(postgres.url, async (client) => {
      const keys = await settleProgramme(client, 32);
      for (let turn = 1; turn <= rounds; turn += 1) {
        for (const queue of QUEUES) {
          for (const many of PROCESSES) {
            const more: Record<string, string> = queue === 'redis' ? { REDIS_URL: redis.url } : {};
            const one = await runOnce(client, keys, count, many, { ...env, ...more });
            const name = nameOf(queue, many);
            runs.set(name, [...(runs.get(name) ?? []), one]);
            process.stderr.write(
              `scale: round ${turn}, ${name}: ${round(one.perSecond)}/s, ${one.lost} lost\n`,
            );
          }
        }
      }
    });
    const perSecond = (queue: Queue, many: number): number =>
      medianOf((runs.get(nameOf(queue, many)) ?? []).map((one) => one.perSecond));
    const pairs = QUEUES.flatMap((queue) => PROCESSES.map((many) => ({ queue, many })));
    const ratios = Object.fromEntries(
      pairs
        .filter(({ many }) => many > 1)
        .map(({ queue, many }) => [nameOf(queue, many), round(perSecond(queue, many) / perSecond(queue, 1))]),
    );
    const lost = [...runs.values()].flat().reduce((sum, one) => sum + one.lost, 0);
    return {
      ratios,
      figures: {
        perSecond: Object.fromEntries(
          pairs.map(({ queue, many }) => [nameOf(queue, many), round(perSecond(queue, many))]),
        ),
        clips: count,
        lost,
      },
      bar: BAR,
      rounds,
      ok: lost === BAR.lost && Object.values(ratios).every((ratio) => ratio >= BAR.throughput),
    };
  } finally {
    await postgres.destroy();
    await redis.stop();
    await rm(home, { recursive: true, force: true });
  }
}
