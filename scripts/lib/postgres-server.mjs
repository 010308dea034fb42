// The running server: finding one that a killed parent left over, and launching a new one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandLineOf, endProcess, isLive, sendSignal, tryPort, waitUntil } from './processes.mjs';
import { writeCluster } from './postgres-cluster.mjs';
import { serverEnv } from './postgres-binaries.mjs';
import { checkVersion, diagnose } from './postgres-trouble.mjs';
import { Trouble } from './trouble.mjs';

const readyMs = 60_000;
const stopMs = 20_000;
/** No process can have it (Linux ends at 2^22). */
const impossiblePid = 2_147_483_647;

/**
 * The server that runs over this cluster already, ready for use; undefined when there is none. A pid file that names
 * nobody of ours is made harmless.
 */
export async function findLeftOver({ cluster }, { isPasswordKnown = true } = {}) {
  const first = readPidFile(cluster.dir);
  if (!first) return undefined;
  if (!(await isOurServer(first, cluster, isPasswordKnown))) {
    disarmPidFile(cluster.dir, first);
    return undefined;
  }
  const end = await waitUntil(() => {
    const now = readPidFile(cluster.dir);
    if (!now || now.pid !== first.pid || !isLive(first.pid)) return 'gone';
    return now.status === 'ready' && now;
  }, readyMs);
  if (end === 'gone') return undefined;
  if (!end) {
    throw new Trouble(
      `A Postgres server (process ${first.pid}) holds ${cluster.dir} and does not get ready: end that process and start again.`,
    );
  }
  return { pid: end.pid, port: end.port, stop: () => endServer(end.pid) };
}

/** Start the server and wait until it accepts connections. */
export async function launch(context) {
  const { cluster, binaries } = context;
  checkVersion(cluster, binaries);
  for (let attempt = 1; ; attempt++) {
    const port =
      (cluster.port && (await tryPort(cluster.port, '127.0.0.1'))) || (await tryPort(0, '127.0.0.1'));
    const { child, said } = await attemptLaunch(context, port);
    if (child) {
      if (cluster.port !== port) writeCluster(context.home, Object.assign(cluster, { port }));
      return { pid: child.pid, port, stop: () => stopChild(child) };
    }
    // The port went to somebody else since we looked, or the last server's children are still leaving its memory.
    const isPassing = /Address already in use|shared memory block .* still in use/s.test(said);
    if (!isPassing || attempt === 10) throw diagnose(said, cluster, binaries);
    await waitUntil(() => false, 500);
  }
}

async function attemptLaunch({ home, cluster, user, binaries, flags }, port) {
  const logFile = path.join(home, 'postgres.log');
  if (fs.existsSync(logFile)) fs.renameSync(logFile, `${logFile}.1`);
  // A file, not a pipe: the server may outlive us and must always be able to complain somewhere.
  const output = fs.openSync(logFile, 'w', 0o600);
  const settings = { ...defaults, ...flags };
  const args = [
    '-D',
    cluster.dir,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ];
  // Detached: Ctrl-C in the terminal must reach us alone, or the database would be gone before the application.
  const child = spawn(binaries.bin('postgres'), args, {
    ...user,
    env: serverEnv(),
    cwd: '/',
    stdio: ['ignore', output, output],
    detached: true,
  });
  fs.closeSync(output);
  let ended = false;
  const failed = new Promise((_, reject) => child.once('error', reject));
  child.once('exit', () => (ended = true));
  const isUp = () => ended || isReady(cluster.dir, child.pid);
  await Promise.race([waitUntil(isUp, readyMs), failed]);
  if (!ended && isReady(cluster.dir, child.pid)) {
    child.unref();
    return { child };
  }
  if (!ended) await endServer(child.pid);
  return { said: fs.readFileSync(logFile, 'utf8') };
}

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  logging_collector: 'off',
};

function isReady(dir, pid) {
  const now = readPidFile(dir);
  return now?.pid === pid && now.status === 'ready';
}

/** postmaster.pid, line by line: pid, folder, start, port, socket folder, address, shared memory, status. */
function readPidFile(dir) {
  try {
    const lines = fs.readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim(), lines };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Not merely alive: the number may belong to another program by now. */
async function isOurServer({ pid, port }, cluster, isPasswordKnown) {
  if (!isLive(pid)) return false;
  const commandLine = commandLineOf(pid);
  if (commandLine !== undefined) return commandLine.includes(` -D ${cluster.dir} `);
  return isPasswordKnown && answersAs(port, cluster);
}

async function answersAs(port, cluster) {
  const { default: pg } = await import('pg');
  const { user, password } = cluster;
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    return rows[0].data_directory === cluster.dir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The file names a dead server, a zombie or a stranger. It must not be deleted: its shared-memory line is how Postgres
 * notices that children of the dead server still write. With a pid that nobody has, Postgres makes that check itself.
 */
function disarmPidFile(dir, { lines }) {
  const file = path.join(dir, 'postmaster.pid');
  fs.writeFileSync(file, [impossiblePid, ...lines.slice(1)].join('\n'));
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const insist = setTimeout(() => sendSignal(child.pid, 'SIGQUIT'), stopMs);
  sendSignal(child.pid, 'SIGINT');
  await exited;
  clearTimeout(insist);
}

function endServer(pid) {
  return endProcess(pid, { signal: 'SIGINT', graceMs: stopMs, lastSignal: 'SIGQUIT' });
}
