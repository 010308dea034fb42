import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  pid: number;
  /** Resolves with the match once the process has printed it; rejects when the process ends before. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

/** A folder that also the account Postgres runs as can reach (mkdtemp's own is closed). */
export async function openFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'atelier-test-'));
  await chmod(folder, 0o755);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Runs `node …` in the repository, with nothing of this test run's database in its environment. */
export function runNode(args: string[], env: Record<string, string> = {}): Running {
  const { DATABASE_URL: _url, PORT: _port, HOST: _host, ...rest } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      for (const listen of listeners) listen();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  const prints = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(said.stdout);
        if (!match) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      ended.then(
        (end) => reject(new Error(`ended before it printed ${pattern}: ${JSON.stringify(end)}`)),
        reject,
      );
    });
  return { child, pid: child.pid ?? 0, prints, ended };
}

/** Runs ECMAScript given as text; `at('scripts/lib/x.mjs')` is the way to import a file of the repository. */
export function runScript(source: string): Running {
  const at = `const at = (file) => import(new URL(file, ${JSON.stringify(`file://${root}/`)}));`;
  return runNode(['--input-type=module', '--eval', `${at}\n${source}`]);
}
