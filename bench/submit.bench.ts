import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { bringUpToDate } from '../src/migrate';
import { REFERENCE_FUNCTION, referenceScript } from './reference/submit-reference';
import { burst, type Burst, type Shot } from './rig/load';
import { findPgbench, pgbench } from './rig/pgbench';
import { clearGenerations, SECRET, settleProgramme } from './rig/programme';

/** Requests at the same time, and how much of the reference's rate is asked for. */
const SPREAD = [
  { clients: 1, bar: 0.8 },
  { clients: 16, bar: 1 },
  { clients: 64, bar: 1.5 },
] as const;
const HOT = [{ clients: 16, bar: 1 }] as const;
const ARTISTS = 1_000;
/** Requests of each program before anything counts: what is compiled while running needs some ten thousand. */
const WARM_UP = { quick: 8_000, full: 20_000 } as const;
/** Transactions of pgbench for each second that the programs have: about its rate on two processors. */
const PGBENCH_RATE = 1_000;
const PROGRAMS = ['reference', 'atelier'] as const;
type Program = (typeof PROGRAMS)[number];

interface Server {
  readonly port: number;
  readonly process: ChildProcess;
}

/**
 * `POST /generations` of Atelier and of a bare Fastify server with one prepared statement, over the same tables of the
 * same durable Postgres, in turn within each round; the load comes from this, a third process. `--hot`: all of it from
 * one artist. A ratio is Atelier's rate divided by the reference's of the same round; its median counts. Where there is a
 * pgbench it runs the reference's statement in each round too, with nothing in front of Postgres.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const isHot = process.argv.includes('--hot');
  const cases = isHot ? HOT : SPREAD;
  const rounds = quick ? 3 : 5;
  const seconds = quick ? 2 : 3;
  const warmUp = quick ? WARM_UP.quick : WARM_UP.full;
  const tool = findPgbench();
  const home = mkdtempSync(path.join(os.tmpdir(), 'atelier-bench-'));
  const postgres = await startPostgres(home);
  const client = new Client({ connectionString: postgres.url });
  const servers: Server[] = [];
  try {
    await bringUpToDate({ databaseUrl: postgres.url });
    await client.connect();
    const secrets = await settleProgramme(client, isHot ? 1 : ARTISTS);
    await client.query(REFERENCE_FUNCTION);
    const byProgram = {
      reference: await start('dist/bench/reference/submit-reference.js', postgres.url, home, servers),
      atelier: await start('dist/src/main.js', postgres.url, home, servers),
    };
    const next = shots(secrets);
    const measure = async (program: Program, clients: number, length: number): Promise<Measured> => {
      await clearGenerations(client);
      const before = cpuSeconds(byProgram[program]);
      const fired = await burst({ port: byProgram[program].port, clients, seconds: length, next });
      const cpuMs = ((cpuSeconds(byProgram[program]) - before) * 1_000) / fired.count;
      const result = { ...fired, cpuMs: rounded(cpuMs) };
      if (Object.keys(result.statuses).join() !== '201') {
        throw new Error(`${program} answered otherwise than 201: ${JSON.stringify(result.statuses)}`);
      }
      process.stderr.write(
        `submit: ${program.padEnd(9)} ${String(clients).padStart(2)} clients ${JSON.stringify(result)}\n`,
      );
      return result;
    };
    // The first thousands of requests of a process cost several times as much as those that follow.
    for (const program of PROGRAMS) {
      for (let asked = 0; asked < warmUp;) asked += (await measure(program, 64, seconds)).count;
    }
    const bare: Bare = new Map();
    const seen = await inTurn(
      rounds,
      cases,
      (program, clients) => measure(program, clients, seconds),
      async (clients) => {
        if (tool === null) return;
        await clearGenerations(client);
        const script = referenceScript(secrets.length);
        const rate = await pgbench(tool, {
          url: postgres.url,
          clients,
          transactions: seconds * PGBENCH_RATE,
          script,
        });
        process.stderr.write(`submit: pgbench   ${String(clients).padStart(2)} clients ${rate}/s\n`);
        bare.set(clients, [...(bare.get(clients) ?? []), rate]);
      },
    );
    await standingChecks(client);
    const beside = tool === null ? 'absent: install postgresql (Debian), it comes with it' : tool;
    return { bench: 'submit', hot: isHot, pgbench: beside, ...verdict(cases, seen, bare), rounds };
  } finally {
    for (const server of servers) await stop(server);
    await client.end().catch(() => undefined);
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** `cpuMs`: processor time of the server's process for one request, without Postgres. */
type Measured = Burst & { readonly cpuMs: number };
type Seen = Map<string, Measured[]>;
/** Transactions per second of pgbench, by clients. */
type Bare = Map<number, number[]>;
const keyOf = (program: Program, clients: number): string => `${program} ${clients}`;

async function inTurn(
  rounds: number,
  cases: readonly { clients: number }[],
  measure: (program: Program, clients: number) => Promise<Measured>,
  beside: (clients: number) => Promise<void>,
): Promise<Seen> {
  const seen: Seen = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const { clients } of cases) {
      await beside(clients);
      for (const program of round % 2 === 0 ? PROGRAMS : PROGRAMS.toReversed()) {
        const key = keyOf(program, clients);
        seen.set(key, [...(seen.get(key) ?? []), await measure(program, clients)]);
      }
    }
  }
  return seen;
}

function verdict(cases: readonly { clients: number; bar: number }[], seen: Seen, bare: Bare): object {
  const ratios: Record<string, number> = {};
  const figures: Record<string, object> = {};
  let ok = true;
  for (const { clients, bar } of cases) {
    const reference = seen.get(keyOf('reference', clients)) ?? [];
    const atelier = seen.get(keyOf('atelier', clients)) ?? [];
    const each = atelier.map(({ rate }, round) => rate / (reference[round]?.rate ?? Infinity));
    const ratio = rounded(median(each));
    ratios[clients] = ratio;
    figures[clients] = {
      bar,
      ratios: each.map(rounded),
      reference: summary(reference),
      atelier: summary(atelier),
      ...(bare.has(clients) ? { pgbench: besidePgbench(bare.get(clients) ?? [], atelier) } : {}),
    };
    ok &&= ratio >= bar;
  }
  return { ratios, figures, ok };
}

const summary = (bursts: readonly Measured[]): object => ({
  rate: median(bursts.map(({ rate }) => rate)),
  p50: median(bursts.map(({ p50 }) => p50)),
  p99: median(bursts.map(({ p99 }) => p99)),
  cpuMs: median(bursts.map(({ cpuMs }) => cpuMs)),
});

function besidePgbench(rates: readonly number[], atelier: readonly Measured[]): object {
  const ratios = atelier.map(({ rate }, round) => rounded(rate / (rates[round] ?? Infinity)));
  return { rate: median(rates), ratio: median(ratios), ratios };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Every request with a key of its own; artists in turn. */
function shots(secrets: readonly string[]): () => Shot {
  let count = 0;
  const body = JSON.stringify({
    prompt: 'a quiet harbour at dawn, slow dolly shot',
    style: 'cinematic',
    seconds: 5,
    resolution: '720p',
    fps: 24,
    aspect: '16:9',
    seed: 7,
    draft: true,
  });
  const heads = secrets.map(
    (secret) =>
      `POST /api/v1/generations HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\nauthorization: Bearer ${secret}\r\nidempotency-key: `,
  );
  return () => {
    count += 1;
    return { head: `${heads[count % heads.length]}bench-${process.pid}-${count}\r\n`, body };
  };
}

/** What must hold after any load: no overspending, every clip charged, holds and balances in step. */
async function standingChecks(client: Client): Promise<void> {
  for (const file of readdirSync('checks').filter((name) => /^(ledger|generation)-.*\.sql$/.test(name))) {
    // The reference writes no charges; what it left behind was cleared before Atelier's last turn.
    if (file === 'generation-every-clip-has-a-charge.sql') continue;
    const { rows } = await client.query(readFileSync(path.join('checks', file), 'utf8'));
    if (rows.length > 0) throw new Error(`${file} found ${JSON.stringify(rows.slice(0, 3))}`);
  }
}

async function startPostgres(home: string): Promise<{ url: string; stop(): Promise<void> }> {
  const file = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(file)) as {
    startEmbeddedPostgres: (this: void, options: object) => Promise<{ url: string; stop(): Promise<void> }>;
  };
  return startEmbeddedPostgres({ dataDir: home, flags: { synchronous_commit: 'on', fsync: 'on' } });
}

async function start(script: string, databaseUrl: string, home: string, servers: Server[]): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ATELIER_SECRET: SECRET,
      ATELIER_DATA_DIR: home,
      ATELIER_ROLES: 'api',
      ATELIER_REQUESTS_PER_MINUTE: '10000000',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const server = { port, process: child };
  servers.push(server);
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    said += String(chunk);
    if (said.includes(' is ready')) break;
  }
  if (child.exitCode !== null || !said.includes(' is ready'))
    throw new Error(`${script} did not start: ${said}`);
  return server;
}

/** Processor seconds of a server so far (Linux: fields 14 and 15 of its `stat`, in ticks of 10 ms). */
function cpuSeconds({ process: child }: Server): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function stop({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
