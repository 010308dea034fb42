// Everything one Atelier needs on one machine, started in order and stopped in reverse: build, portal, Postgres,
// application. `npm start` and `npm run demo` are thin layers over this.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from './app-process.mjs';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.mjs';
import { LockHeld, takeLock } from './lock.mjs';
import { buildPortal } from './portal.mjs';
import { birthOf, endProcess, nextFreePort, tryPort } from './processes.mjs';
import { Trouble, explain } from './trouble.mjs';
import { transpile } from '../transpile.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const freshMarker = 'demo';
const lockFile = (home) => path.join(home, 'atelier.lock');

/**
 * @typedef {object} Stack
 * @property {string} url where portal and API answer, such as http://localhost:3000
 * @property {number} port
 * @property {string} databaseUrl
 * @property {string} dataDir absolute
 * @property {number} appPid the application's process
 * @property {number | undefined} postgresPid undefined when DATABASE_URL was given
 * @property {string | undefined} appLog the application's output, when quiet
 * @property {boolean} isFirstRun nothing was ever started over this data folder
 * @property {Promise<{ code: number | null, signal: string | null }>} appExited settles when the application ends
 * @property {() => Promise<void>} stop application first, then Postgres; safe to call twice
 */

/**
 * Start Atelier and wait until /health/ready answers.
 * @param {object} [options]
 * @param {string} [options.dataDir] default ATELIER_DATA_DIR, else .atelier in the repository
 * @param {number} [options.port] 0 or absent: a free one
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment for the application; a DATABASE_URL here
 *   or in the environment takes the place of the embedded Postgres
 * @param {string} [options.seed] passed as ATELIER_SEED until a start over this data folder has succeeded once, and
 *   never into a database that is not our own embedded one
 * @param {(stack: { url: string }) => Promise<boolean>} [options.onFirstReady] runs before a seeded first start counts
 *   as done; killed half-way or answering false, it runs again at the next start
 * @param {boolean} [options.fresh] begin with an empty data folder. Only a folder that an earlier fresh start marked as
 *   its own is ever emptied; one that holds anything else is refused
 * @param {boolean} [options.portal] build the portal when its sources changed; default true
 * @param {boolean} [options.quiet] the application's output goes to app.log in the data folder, not to the terminal
 * @param {AbortSignal} [options.signal] gives up a start that is under way
 * @param {(line: string) => void} [options.log] what happens, in plain sentences; default: nothing
 * @returns {Promise<Stack>}
 * @throws {Trouble} one sentence with the remedy; everything already started is stopped again
 */
export async function startStack({
  dataDir,
  port = 0,
  env = {},
  seed,
  onFirstReady,
  fresh = false,
  portal = true,
  quiet = false,
  signal,
  log = () => {},
} = {}) {
  const home = path.resolve(root, dataDir ?? process.env.ATELIER_DATA_DIR ?? '.atelier');
  const undo = [];
  const stop = once(async () => {
    for (const step of undo.toReversed()) await step();
  });
  try {
    const lock = await takeDataDir(home, log);
    undo.push(() => lock.release());
    if (fresh) await emptyDataDir(home);
    const address = await chooseAddress(port, { ...process.env, ...env });
    const { databaseUrl, postgres } = await prepare({ home, env, portal, log, undo });
    const marker = path.join(home, 'started');
    const isFirstRun = !fs.existsSync(marker);
    const isSeeding = Boolean(seed && isFirstRun && postgres);
    const settings = {
      ...process.env,
      ...(isSeeding ? { ATELIER_SEED: seed } : {}),
      ...env,
      DATABASE_URL: databaseUrl,
      PORT: String(address.port),
      ATELIER_DATA_DIR: home,
    };
    const appLog = quiet ? path.join(home, 'app.log') : undefined;
    const app = await startApp({
      root,
      env: settings,
      appLog,
      probe: address.probe,
      signal,
      undo,
      onSpawn: record(lock, address),
    });
    const isDone = !isSeeding || (await onFirstReady?.({ url: address.url })) !== false;
    if (isDone) fs.writeFileSync(marker, '');
    return {
      url: address.url,
      port: address.port,
      databaseUrl,
      dataDir: home,
      appPid: app.pid,
      postgresPid: postgres?.pid,
      appLog,
      isFirstRun,
      appExited: app.exited,
      stop,
    };
  } catch (error) {
    await stop();
    throw explain(error, home);
  }
}

/** One Atelier per data folder. What an Atelier killed with -9 left running is ended first. */
async function takeDataDir(home, log) {
  try {
    const lock = takeLock(lockFile(home));
    const { appPid, appBirth } = lock.previous ?? {};
    if (appPid && appBirth === birthOf(appPid)) {
      log(`Ending the application of an earlier run (process ${appPid}).`);
      await endProcess(appPid);
    }
    return lock;
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    const where = error.holder.url ?? `process ${error.holder.pid}, still starting`;
    throw new Trouble(
      `Atelier already runs here, ${where}: stop it, or set ATELIER_DATA_DIR to another folder.`,
    );
  }
}

/** What a fresh start may delete is what a fresh start made: the marker says so. */
async function emptyDataDir(home) {
  const marker = path.join(home, freshMarker);
  const kept = new Set([path.basename(lockFile(home)), freshMarker]);
  const entries = fs.readdirSync(home).filter((name) => !kept.has(name));
  if (entries.length > 0 && !fs.existsSync(marker)) {
    throw new Trouble(
      `The folder ${home} holds an Atelier of its own, which a demo would overwrite: set ATELIER_DATA_DIR to another folder.`,
    );
  }
  fs.writeFileSync(marker, 'Made by `npm run demo`, which begins anew in this folder every time.\n');
  await removeEmbeddedPostgres(home);
  for (const name of entries) fs.rmSync(path.join(home, name), { recursive: true, force: true });
}

function record(lock, { url }) {
  return (appPid) => lock.update({ url, appPid, appBirth: birthOf(appPid) });
}

async function chooseAddress(wanted, env) {
  const host = env.HOST || undefined;
  const port = await tryPort(wanted || 0, host).catch((error) => {
    throw portTrouble(wanted, host, error);
  });
  if (!port) {
    const free = await nextFreePort(wanted + 1);
    throw new Trouble(
      `Port ${wanted} is taken by another program: stop it, or choose another port, such as PORT=${free}.`,
    );
  }
  const isEverywhere = !host || ['0.0.0.0', '::'].includes(host);
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return {
    port,
    url: `http://${isEverywhere ? 'localhost' : name}:${port}`,
    probe: `http://${name}:${port}/health/ready`,
  };
}

function portTrouble(port, host, error) {
  if (error.code === 'EACCES')
    return new Trouble(`Port ${port} needs root: choose one above 1023 with PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Trouble(`HOST=${host} is not an address of this machine: correct it or leave it out.`);
  }
  return error;
}

/** Build and database do not need each other, so they go side by side; all settle before a fault is reported. */
async function prepare({ home, env, portal, log, undo }) {
  const given = env.DATABASE_URL || process.env.DATABASE_URL;
  const database = given ? undefined : startEmbeddedPostgres({ dataDir: home, log });
  const [, , started] = await settleAll([
    transpile().catch((error) => Promise.reject(explain(error, root, ''))),
    portal ? buildPortal({ root }).catch((error) => Promise.reject(explain(error, root, ''))) : undefined,
    database?.then((postgres) => {
      undo.push(() => postgres.stop());
      return postgres;
    }),
  ]);
  return { databaseUrl: given || started.url, postgres: started };
}

async function settleAll(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}

function once(work) {
  let running;
  return () => (running ??= work());
}
