import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const BARS = { coldSeconds: 8, warmSeconds: 4, idleMegabytes: 350 };

interface Start {
  readonly seconds: number;
  readonly idleMegabytes: number;
}

/** Resident memory of one process in megabytes (10^6), from /proc; 0 where there is none. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(childrenOf))).flat()];
}

/** From the command to the line that says it is ready: build, portal, embedded Postgres, migrations, demo programme. */
async function startOnce(dataDir: string): Promise<Start> {
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ATELIER_DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const part of child.stdout) {
    said += String(part);
    if (/Atelier is ready at .* after/.test(said)) break;
  }
  const seconds = (performance.now() - began) / 1000;
  if (child.pid === undefined || child.exitCode !== null) throw new Error(`it did not start: ${said}`);
  const processes = await childrenOf(child.pid);
  const sizes = await Promise.all(processes.map(sizeBesidesPostgres));
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { seconds, idleMegabytes: sizes.reduce((a, b) => a + b, 0) };
}

async function sizeBesidesPostgres(pid: number): Promise<number> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.startsWith('postgres') ? 0 : residentMegabytes(pid);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** `npm start` from an empty data folder (cold) and again over the same (warm); dependencies are installed already. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const rounds = quick ? 2 : 5;
  const cold: Start[] = [];
  const warm: Start[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-bench-start-'));
    await chmod(folder, 0o755);
    cold.push(await startOnce(path.join(folder, 'data')));
    warm.push(await startOnce(path.join(folder, 'data')));
    process.stderr.write(
      `round ${round + 1}: ${cold.at(-1)?.seconds.toFixed(1)} s, ${warm.at(-1)?.seconds.toFixed(1)} s\n`,
    );
    await rm(folder, { recursive: true, force: true });
  }
  const figures = {
    coldSeconds: median(cold.map(({ seconds }) => seconds)),
    warmSeconds: median(warm.map(({ seconds }) => seconds)),
    idleMegabytes: median(warm.map(({ idleMegabytes }) => idleMegabytes)),
  };
  const ratios = {
    cold: figures.coldSeconds / BARS.coldSeconds,
    warm: figures.warmSeconds / BARS.warmSeconds,
    idle: figures.idleMegabytes / BARS.idleMegabytes,
  };
  return {
    bench: 'start',
    ratios,
    figures,
    bars: BARS,
    rounds,
    ok: Object.values(ratios).every((ratio) => ratio <= 1),
  };
}
