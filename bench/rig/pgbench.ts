import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian and others put what belongs to one version of Postgres. */
const VERSIONS = '/usr/lib/postgresql';

/** The `pgbench` of this machine, or `null`: it comes with Debian's package `postgresql`. */
export function findPgbench(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (existsSync(VERSIONS)) {
    folders.push(...readdirSync(VERSIONS).map((version) => path.join(VERSIONS, version, 'bin')));
  }
  return folders.map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file)) ?? null;
}

export interface Drive {
  readonly url: string;
  readonly clients: number;
  /** Of all clients together: by number and not by time, so that a slow start of many connections leaves something. */
  readonly transactions: number;
  /** What each client repeats, with pgbench's own variables. */
  readonly script: string;
}

/** Transactions per second of a script with prepared statements, without any server in between. Throws what pgbench says. */
export async function pgbench(
  program: string,
  { url, clients, transactions, script }: Drive,
): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'atelier-pgbench-'));
  const file = path.join(folder, 'script.sql');
  writeFileSync(file, script);
  try {
    const words = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '1',
      '-t',
      String(Math.ceil(transactions / clients)),
      '-f',
      file,
      url,
    ];
    const { stdout, stderr } = await run(program, words);
    const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
    if (rate === undefined || /number of failed transactions: [1-9]/.test(stdout)) {
      throw new Error(`pgbench did not measure: ${stdout}\n${stderr}`);
    }
    return Math.round(Number(rate));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
