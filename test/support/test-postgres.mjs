// The Postgres server that all tiers share: in a folder of its own, without durability, with one migrated template.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/lib/embedded-postgres.mjs';
import { birthOf, isLive } from '../../scripts/lib/processes.mjs';
import { transpile } from '../../scripts/transpile.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Cloning a database makes some 1,700 files: 40 ms in memory, 1.5 s on a virtual disk. */
const base = path.join(hasRoom('/dev/shm') ? '/dev/shm' : path.join(root, '.atelier'), 'atelier-tests');
const flags = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // The tests' databases live for seconds: nothing to tidy, and two cores to share.
  autovacuum: 'off',
};

/** The database that is cloned for every test file. */
export const templateName = 'atelier_template';

/**
 * Start the server and run all migrations once, into the template.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} env: for the test processes
 */
export async function startTestPostgres() {
  await removeLeftOvers();
  const home = path.join(base, `${process.pid}-${birthOf(process.pid) ?? Date.now()}`);
  const [postgres] = await Promise.all([
    startEmbeddedPostgres({ dataDir: home, database: templateName, flags }),
    transpile(),
  ]);
  const stop = async () => {
    await postgres.destroy();
    remove(home);
  };
  try {
    await migrate(postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { TEST_PG_URL: postgres.urlOf('postgres'), TEST_PG_TEMPLATE: templateName }, stop };
}

/** The same command that a deployment runs before its new version starts. */
async function migrate(url) {
  const env = { ...process.env, DATABASE_URL: url };
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/migrate.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw new Error(`the migrations failed in the template database (exit code ${code}):\n${said}`);
}

/** Whether a folder in memory is there and holds what a whole run writes. */
function hasRoom(folder) {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize > 4 * 2 ** 30;
  } catch {
    return false;
  }
}

/** A test run that was killed leaves a server and a folder behind; the next one clears them away. */
async function removeLeftOvers() {
  if (!fs.existsSync(base)) return;
  for (const name of fs.readdirSync(base)) {
    const [pid, birth] = name.split('-');
    if (isLive(Number(pid)) && (birthOf(Number(pid)) ?? birth) === birth) continue;
    const home = path.join(base, name);
    await removeEmbeddedPostgres(home);
    remove(home);
  }
}

function remove(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
