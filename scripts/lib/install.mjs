// What must be true before any dependency may be imported: a node_modules that matches the lock file. Only node:
// builtins here, because node_modules may not exist yet.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Trouble, explain, noSpace, notWritable } from './trouble.mjs';
import { withLock } from './lock.mjs';

/**
 * Why node_modules may not be used as it is, or undefined when it is what the lock file asks for. npm writes
 * node_modules/.package-lock.json as the last act of an install, so an interrupted one has none; comparing the two
 * needs no stamp of our own and accepts an `npm ci` run by hand.
 * @param {string} root the repository
 * @param {{ platform: string, arch: string }} host
 */
export function whyStale(root, host = process) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (!wanted) throw new Trouble('package-lock.json is missing or damaged: restore it from version control.');
  const found = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!found) return 'not installed yet';
  for (const [name, want] of Object.entries(wanted)) {
    if (name === '') continue;
    const have = found[name];
    if (!have && !mayBeAbsent(want, host)) return `${name} is missing`;
    if (have && have.version !== want.version) return `${name} is ${have.version}, not ${want.version}`;
    if (have && have.integrity && want.integrity && have.integrity !== want.integrity)
      return `${name} differs`;
  }
  // A left-over nested copy would shadow the version the lock file chose; a left-over at the top harms nobody.
  const shadow = Object.keys(found).find((name) => !wanted[name] && name.lastIndexOf('node_modules/') > 0);
  return shadow && `${shadow} is left over`;
}

const fits = (list, value) => !list || list.includes(value);

/** Builds for other platforms are absent by design; one for this platform is not (node_modules copied from elsewhere). */
function mayBeAbsent(entry, host) {
  if (!entry.optional && !entry.devOptional) return false;
  if (!entry.os || !entry.cpu) return true;
  const libc = fs.existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
  return !(fits(entry.os, host.platform) && fits(entry.cpu, host.arch) && fits(entry.libc, libc));
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Make node_modules match the lock file, by `npm ci` when it does not. Two commands started at once on a fresh clone
 * take turns: the second one waits and then finds everything installed.
 * @param {string} root the repository
 * @param {(line: string) => void} log
 */
export async function ensureInstalled(root, log = console.log) {
  if (!whyStale(root)) return;
  try {
    await withLock(path.join(root, '.atelier', 'install.lock'), () => install(root, log));
  } catch (error) {
    throw explain(error, root, '');
  }
}

function install(root, log) {
  const why = whyStale(root);
  if (!why) return;
  const started = Date.now();
  log(`Installing dependencies (${why})…`);
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (result.status !== 0) throw npmTrouble(result, root);
  log(`Dependencies installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function npm(args, root) {
  // The caller's own npm flags and NODE_ENV=production must not leak in: they would leave out what we need.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^(npm_(config|lifecycle|package)_.*|NODE_ENV)$/i.test(key),
    ),
  );
  const options = {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  };
  const cli = process.env.npm_execpath;
  const result = cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  process.stderr.write(result.stderr || '');
  return result;
}

function npmTrouble(result, root) {
  if (result.error && result.error.code === 'ENOENT') {
    return new Trouble('npm was not found on PATH: install npm next to Node and run the command again.');
  }
  const said = `${result.error || ''}${result.stderr || ''}`;
  if (/ENOSPC|no space left/i.test(said)) return noSpace(root, undefined, '');
  if (/EACCES|EROFS|EPERM/.test(said)) return notWritable(root, undefined, '');
  return new Trouble(
    'The dependencies could not be installed (npm ci failed, its reason stands above): repair that, usually the network, and run the command again.',
    { exitCode: result.status || 1 },
  );
}
