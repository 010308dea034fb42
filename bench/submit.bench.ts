import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { bringUpToDate } from '../src/migrate';
import { KINDS, LEAST_FUNCTION, readLooks, scriptOf, type Kind } from './reference/submit-statements';
import { burst, type Burst, type Shot } from './rig/load';
import { findPgbench, pgbench } from './rig/pgbench';
import { clearGenerations, SECRET, settleProgramme } from './rig/programme';

/** Requests at the same time, and how much of the rate of the bare server with the same statements is asked for. */
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
const PROGRAMS = [...KINDS, 'atelier'] as const;
type Program = (typeof PROGRAMS)[number];
const SCRIPT: Readonly<Record<Program, string>> = {
  same: 'dist/bench/reference/submit-reference.js',
  least: 'dist/bench/reference/submit-reference.js',
  atelier: 'dist/src/main.js',
};

interface Server {
  readonly port: number;
  readonly process: ChildProcess;
}

/**
 * `POST /generations` of Atelier and of two bare Fastify servers with one prepared statement a request, over the same
 * tables of the same durable Postgres, in turn within each round; the load comes from this, another process. `same` calls
 * the function that Atelier calls, each request for itself: it does the same in Postgres, and the bars are shares of its
 * rate. `least` does without the rules (no caps, charges, fair order, briefs): shown beside, without a bar. `--hot`: all
 * from one artist. A ratio is Atelier's rate divided by the other's of the same round; its median counts. Where there is a
 * pgbench it runs both statements in each round too, with nothing in front of Postgres.
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
    await client.query(LEAST_FUNCTION);
    const looks = await readLooks(client);
    const byProgram = {} as Record<Program, Server>;
    for (const program of PROGRAMS) byProgram[program] = await start(program, postgres.url, home, servers);
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
        `submit: ${program.padEnd(7)} ${String(clients).padStart(2)} clients ${JSON.stringify(result)}\n`,
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
        for (const kind of KINDS) {
          await clearGenerations(client);
          const script = scriptOf(kind, secrets.length, looks);
          const transactions = seconds * PGBENCH_RATE;
          const rate = await pgbench(tool, { url: postgres.url, clients, transactions, script });
          process.stderr.write(`submit: pgbench ${kind} ${String(clients).padStart(2)} clients ${rate}/s\n`);
          const key = bareKey(kind, clients);
          bare.set(key, [...(bare.get(key) ?? []), rate]);
        }
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
/** Transactions per second of pgbench, by statement and clients. */
type Bare = Map<string, number[]>;
const bareKey = (kind: Kind, clients: number): string => `${kind} ${clients}`;
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

/** `ratios` are those to `same`, which have bars; `least` those to the server without the rules. */
function verdict(cases: readonly { clients: number; bar: number }[], seen: Seen, bare: Bare): object {
  const ratios: Record<string, number> = {};
  const least: Record<string, number> = {};
  const figures: Record<string, object> = {};
  let ok = true;
  for (const { clients, bar } of cases) {
    const of = (program: Program): readonly Measured[] => seen.get(keyOf(program, clients)) ?? [];
    const rates = of('atelier').map(({ rate }) => rate);
    const toSame = compared(rates, of('same').map(({ rate }) => rate)); // prettier-ignore
    const toLeast = compared(rates, of('least').map(({ rate }) => rate)); // prettier-ignore
    ratios[clients] = toSame.ratio;
    least[clients] = toLeast.ratio;
    figures[clients] = {
      bar,
      atelier: summary(of('atelier')),
      same: { ...toSame, ...summary(of('same')) },
      least: { ...toLeast, ...summary(of('least')) },
      ...Object.fromEntries(
        KINDS.flatMap((kind) => {
          const tps = bare.get(bareKey(kind, clients));
          return tps === undefined
            ? []
            : [[`pgbench_${kind}`, { rate: median(tps), ...compared(rates, tps) }]];
        }),
      ),
    };
    ok &&= toSame.ratio >= bar;
  }
  return { against: 'same', ratios, least, figures, ok };
}

/** Rate by rate of the same round. */
function compared(rates: readonly number[], others: readonly number[]): { ratio: number; ratios: number[] } {
  const ratios = rates.map((rate, round) => rounded(rate / (others[round] ?? Infinity)));
  return { ratio: rounded(median(ratios)), ratios };
}

const summary = (bursts: readonly Measured[]): object => ({
  rate: median(bursts.map(({ rate }) => rate)),
  p50: median(bursts.map(({ p50 }) => p50)),
  p99: median(bursts.map(({ p99 }) => p99)),
  cpuMs: median(bursts.map(({ cpuMs }) => cpuMs)),
});

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
    // `least` writes no charges; what it left behind was cleared before the last turn of another, unless that was its own.
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

async function start(
  program: Program,
  databaseUrl: string,
  home: string,
  servers: Server[],
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [SCRIPT[program]], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ATELIER_SECRET: SECRET,
      ATELIER_DATA_DIR: home,
      ATELIER_ROLES: 'api',
      ATELIER_REQUESTS_PER_MINUTE: '10000000',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      REFERENCE: program,
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
    throw new Error(`${program} did not start: ${said}`);
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
