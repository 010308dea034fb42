import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { diagnose } from '../../scripts/lib/postgres-trouble.mjs';
import { isLive, waitUntil } from '../../scripts/lib/processes.mjs';
import { openFolder, runScript } from '../support/processes';

// One cluster for the whole file, which every test must leave able to start: creating one takes most of a second.
let folder: Awaited<ReturnType<typeof openFolder>>;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  folder = await openFolder();
});

afterEach(stopNow);

afterAll(() => folder.remove());

async function start(): Promise<Awaited<ReturnType<typeof startEmbeddedPostgres>>> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder.path });
  stop = postgres.stop;
  return postgres;
}

async function stopNow(): Promise<void> {
  await stop?.();
  stop = undefined;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A parent that starts the server, writes a row and waits to be killed. */
const parent = (): string => `
  const { startEmbeddedPostgres } = await at('scripts/lib/embedded-postgres.mjs');
  const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder.path)} });
  const { default: pg } = await at('node_modules/pg/esm/index.mjs');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
  console.log('server ' + pid);
  setInterval(() => {}, 1000);`;

it('keeps the password to itself and the port for the next start', async () => {
  const first = await start();
  expect((await stat(path.join(folder.path, 'postgres.json'))).mode & 0o777).toBe(0o600);
  expect(await query(first.url, "SELECT current_setting('server_encoding') AS e")).toEqual([{ e: 'UTF8' }]);
  await stopNow();
  const second = await start();
  expect({ isNew: second.isNew, url: second.url }).toEqual({ isNew: false, url: first.url });
});

it('finds the server whose parent was killed with -9, with everything in it', async () => {
  const running = runScript(parent());
  const server = Number((await running.prints(/server (\d+)/))[1]);
  running.child.kill('SIGKILL');
  await running.ended;
  const found = await start();
  expect({ isReused: found.isReused, pid: found.pid }).toEqual({ isReused: true, pid: server });
  expect(await query(found.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  await stopNow();
  expect(isLive(server)).toBe(false);
});

it('recovers when the server itself was killed with -9', async () => {
  const running = runScript(parent());
  const server = Number((await running.prints(/server (\d+)/))[1]);
  process.kill(server, 'SIGKILL');
  running.child.kill('SIGKILL');
  await running.ended;
  await waitUntil(() => !isLive(server), 5000);
  const next = await start();
  expect(next.isReused).toBe(false);
  expect(await query(next.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

it('is not stopped by a pid file that names another program', async () => {
  const first = await start();
  const pidFile = path.join(folder.path, 'postgres', 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  await stopNow();
  await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));
  await chmod(pidFile, 0o644);
  const next = await start();
  expect({ isReused: next.isReused, url: next.url }).toEqual({ isReused: false, url: first.url });
});

it('sets a new password when the file with the old one is lost', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE survivor (n int)');
  await stopNow();
  await rm(path.join(folder.path, 'postgres.json'));
  const next = await start();
  expect(next.url).not.toBe(first.url);
  expect(await query(next.url, 'SELECT n FROM survivor')).toEqual([]);
});

it('names a cluster of another major version, and leaves it as it is', async () => {
  await start();
  await stopNow();
  const version = path.join(folder.path, 'postgres', 'PG_VERSION');
  await writeFile(version, '17\n');
  await expect(start()).rejects.toThrow(
    /was written by Postgres 17 and this Atelier brings Postgres 18: run /,
  );
  await writeFile(version, '18\n');
  expect((await start()).isNew).toBe(false);
});

it('names a damaged cluster with its reason, and starts again once it is whole', async () => {
  await start();
  await stopNow();
  const part = path.join(folder.path, 'postgres', 'global');
  await rename(part, `${part}.away`);
  await expect(start()).rejects.toThrow(
    /does not start \(.*pg_control.*\): restore the folder from a backup/,
  );
  await rename(`${part}.away`, part);
  expect((await start()).isNew).toBe(false);
});

it('names a folder that cannot be written', async () => {
  // sysfs takes no folders, from nobody: root included.
  await expect(startEmbeddedPostgres({ dataDir: '/sys/atelier' })).rejects.toThrow(
    /^The folder \/sys\/atelier cannot be written by this user: give write access, or set ATELIER_DATA_DIR/,
  );
});

it('names a full disk', () => {
  const said = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  const trouble = diagnose(said, { dir: folder.path }, { major: '18' });
  expect(trouble.message).toMatch(/^No space is left on the disk that holds .*: free at least 1 GB/);
});
