// What we remember about the embedded cluster between two runs: postgres.json in the data folder, readable by us only.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isReachable, rootFolder, serverUser } from './postgres-binaries.mjs';

/** @typedef {{ user: string, password?: string, port?: number, dir: string }} Cluster */

/** @param {string} home the data folder @returns {Cluster} */
export function readCluster(home) {
  const usual = path.join(home, 'postgres');
  try {
    const { user, password, port, dir } = JSON.parse(fs.readFileSync(fileOf(home), 'utf8'));
    return { user, password, port, dir: dir ?? usual };
  } catch (error) {
    if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    return { user: 'atelier', dir: chooseDir(home, usual) };
  }
}

/** @param {string} home @param {Cluster} cluster */
export function writeCluster(home, { user, password, port, dir }) {
  const elsewhere = dir === path.join(home, 'postgres') ? undefined : dir;
  const draft = `${fileOf(home)}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify({ user, password, port, dir: elsewhere }), { mode: 0o600 });
  // Started once with sudo and once without: the folder's owner must still be able to read it.
  const { uid, gid } = fs.statSync(home);
  if (process.getuid?.() === 0) fs.chownSync(draft, uid, gid);
  fs.renameSync(draft, fileOf(home));
}

/**
 * The cluster lies in the data folder, except for root in a closed home (/root): the account Postgres runs as cannot
 * walk there. The random part makes a deleted data folder mean a fresh start, as everywhere else.
 */
function chooseDir(home, usual) {
  const user = serverUser(usual);
  if (!user || isReachable(home, user)) return usual;
  return rootFolder(`cluster-${randomBytes(6).toString('hex')}`);
}

function fileOf(home) {
  return path.join(home, 'postgres.json');
}
