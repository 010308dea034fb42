// Postgres's complaints, as one sentence each with the remedy.
import fs from 'node:fs';
import path from 'node:path';
import { Trouble, noSpace, notWritable } from './trouble.mjs';

/**
 * @param {string} said what the server or initdb printed
 * @param {{ dir: string }} cluster
 * @param {{ major: string }} binaries
 */
export function diagnose(said, cluster, binaries) {
  const cause = new Error(said.trim());
  if (/No space left on device|Disk quota exceeded/i.test(said)) return noSpace(cluster.dir, cause);
  const version = readVersion(cluster.dir);
  if (version && version !== binaries.major) return otherVersion(cluster.dir, version, binaries.major);
  if (/Permission denied|Read-only file system|has wrong ownership/i.test(said))
    return notWritable(cluster.dir, cause);
  const worst = said.match(/(?:PANIC|FATAL):\s+(.*)/) ?? said.match(/(?:error|LOG):\s+(.*)/i);
  const reason = (worst?.[1] ?? said.trim().split('\n').at(-1)) || 'it said nothing';
  return new Trouble(
    `The database in ${cluster.dir} does not start (${reason}): restore the folder from a backup, or move it away to begin with an empty database. Nothing in it was changed.`,
    { cause },
  );
}

/** The major version is the format on disk: a newer server cannot read it. */
export function checkVersion(cluster, binaries) {
  const version = readVersion(cluster.dir);
  if (version && version !== binaries.major) throw otherVersion(cluster.dir, version, binaries.major);
}

function otherVersion(dir, found, ours) {
  return new Trouble(
    `The database in ${dir} was written by Postgres ${found} and this Atelier brings Postgres ${ours}: run the Atelier that wrote it, or move the folder away to begin with an empty database.`,
  );
}

function readVersion(dir) {
  try {
    return fs.readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
