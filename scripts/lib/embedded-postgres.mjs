// Starts the Postgres server that came with npm, over a cluster kept in the data folder. A server left over from a
// killed parent is found and used again; the caller decides when it stops.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readCluster, writeCluster } from './postgres-cluster.mjs';
import { createCluster, resetPassword } from './postgres-init.mjs';
import { findBinaries, serverUser } from './postgres-binaries.mjs';
import { findLeftOver, launch } from './postgres-server.mjs';
import { explain } from './trouble.mjs';

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url connection string of the database
 * @property {number} pid the server's main process
 * @property {number} port
 * @property {string} clusterDir where Postgres keeps its files
 * @property {boolean} isNew the cluster was created by this call
 * @property {boolean} isReused a running server, left over from a killed parent, was taken over
 * @property {(database: string) => string} urlOf connection string of another database of the same server
 * @property {() => Promise<void>} stop fast shutdown: open transactions are rolled back, everything committed is kept
 * @property {() => Promise<void>} destroy stop, and delete the cluster: for tests, whose data folder may not hold it
 */

/**
 * @param {object} options
 * @param {string} options.dataDir holds postgres.json (0600: port and password), postgres/ and postgres.log
 * @param {string} [options.database] created when absent
 * @param {Record<string, string>} [options.flags] server settings, such as { fsync: 'off' } for tests
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {import('./trouble.mjs').Trouble} one sentence with the remedy
 */
export async function startEmbeddedPostgres({ dataDir, database = 'atelier', flags = {}, log = () => {} }) {
  const home = path.resolve(dataDir);
  try {
    fs.mkdirSync(home, { recursive: true });
    return await start({ home, database, flags, log });
  } catch (error) {
    throw explain(error, home);
  }
}

/** Delete the cluster of this data folder, a running server ended first. For demos and tests: nothing is kept. */
export async function removeEmbeddedPostgres(dataDir) {
  const home = path.resolve(dataDir);
  const cluster = readCluster(home);
  if (!fs.existsSync(cluster.dir)) return;
  const leftOver = await findLeftOver({ cluster }, { isPasswordKnown: Boolean(cluster.password) });
  await leftOver?.stop();
  fs.rmSync(cluster.dir, { recursive: true, force: true });
  fs.rmSync(path.join(home, 'postgres.json'), { force: true });
}

async function start({ home, database, flags, log }) {
  const cluster = readCluster(home);
  const user = serverUser(cluster.dir);
  const context = { home, cluster, user, binaries: findBinaries(user), flags, log };
  const isNew = !fs.existsSync(path.join(cluster.dir, 'PG_VERSION'));
  if (!cluster.password) await choosePassword(context, isNew);
  if (isNew) createCluster(context);
  const leftOver = isNew ? undefined : await findLeftOver(context);
  if (leftOver) log(`Found the Postgres server of an earlier run (process ${leftOver.pid}) and use it.`);
  const server = leftOver ?? (await launch(context));
  const urlOf = (name) => `postgres://${cluster.user}:${cluster.password}@127.0.0.1:${server.port}/${name}`;
  try {
    await createDatabase(urlOf('postgres'), database);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ...server,
    url: urlOf(database),
    urlOf,
    clusterDir: cluster.dir,
    isNew,
    isReused: Boolean(leftOver),
    async destroy() {
      await server.stop();
      fs.rmSync(cluster.dir, { recursive: true, force: true });
    },
  };
}

/** For a new cluster, or for one whose postgres.json was lost: the owner of the files may always set a new one. */
async function choosePassword(context, isNew) {
  const { home, cluster } = context;
  cluster.password = randomBytes(24).toString('base64url');
  if (!isNew) await resetPassword(context);
  writeCluster(home, cluster);
}

async function createDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
