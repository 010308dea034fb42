// System programs that tests and demo need besides Node: found, or installed where that is allowed, or named with the
// command that installs them. Only node: builtins.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * @typedef {'chromium' | 'redis-server' | 'ffmpeg' | 'python3' | 'hledger' | 'beancount' | 'poppler-utils' | 'libxml2-utils'} Tool
 * @typedef {{ tool: Tool, reason: string, command: string }} Missing
 */

/** @type {Record<Tool, { variable: string, names: string[], brew: string, fallback?: () => string | undefined }>} */
const known = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    brew: '--cask chromium',
  },
  'redis-server': { variable: 'REDIS_SERVER_PATH', names: ['redis-server'], brew: 'redis' },
  python3: { variable: 'PYTHON_PATH', names: ['python3'], brew: 'python3' },
  hledger: { variable: 'HLEDGER_PATH', names: ['hledger'], brew: 'hledger' },
  beancount: { variable: 'BEAN_CHECK_PATH', names: ['bean-check'], brew: 'beancount' },
  'poppler-utils': { variable: 'PDFTOTEXT_PATH', names: ['pdftotext'], brew: 'poppler' },
  'libxml2-utils': { variable: 'XMLLINT_PATH', names: ['xmllint'], brew: 'libxml2' },
  ffmpeg: { variable: 'FFMPEG_PATH', names: ['ffmpeg'], brew: 'ffmpeg', fallback: ffmpegFromNpm },
};

/**
 * Where each tool is: its own variable, then PATH.
 * @param {Tool} tool
 * @returns {string | undefined}
 */
export function findTool(tool) {
  const { variable, names } = known[tool];
  const given = process.env[variable];
  if (given) return isProgram(given) ? given : undefined;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/local/bin', '/usr/bin'].filter(
    Boolean,
  );
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

/** The environment variables that tell the application and the tests where the tools are. */
export function toolEnv(found) {
  return Object.fromEntries(Object.entries(found).map(([tool, file]) => [known[tool].variable, file]));
}

/**
 * Find the tools; install Debian's packages of the missing ones when asked to and able to.
 * @param {Tool[]} tools
 * @param {{ install?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<{ found: Partial<Record<Tool, string>>, missing: Missing[] }>} missing: why, and what would help
 */
export async function ensureTools(tools, { install = true, log = console.log } = {}) {
  const absent = tools.filter((tool) => !findTool(tool));
  const way = wayToInstall();
  let reason = way.reason ?? 'it is not installed and this run may not install it';
  // A variable that names nothing is a mistake to report: installing something else would hide it.
  const installable = absent.filter((tool) => !process.env[known[tool].variable]);
  if (install && installable.length && !way.reason) {
    const fault = await aptInstall(way.prefix, installable, log);
    if (fault) reason = fault;
  }
  const found = {};
  const missing = [];
  for (const tool of tools) {
    const file = findTool(tool) ?? known[tool].fallback?.();
    if (file) found[tool] = file;
    else missing.push({ tool, reason: wrongVariable(tool) ?? reason, command: way.command(tool) });
  }
  return { found, missing };
}

function wrongVariable(tool) {
  const { variable } = known[tool];
  return process.env[variable] && `${variable} is ${process.env[variable]}, which is not a program`;
}

function wayToInstall() {
  if (process.platform === 'darwin') {
    return { reason: 'it is not installed', command: (tool) => `brew install ${known[tool].brew}` };
  }
  if (!findOnPath('apt-get')) {
    return {
      reason: 'there is no apt-get here',
      command: (tool) => `install ${tool} with this system's package manager`,
    };
  }
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  const command = (tool) => `${isRoot ? '' : 'sudo '}apt-get install -y --no-install-recommends ${tool}`;
  if (isRoot || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)
    return { prefix, command };
  return { reason: 'installing it needs root, or sudo without a password', command };
}

/** @returns {Promise<string | undefined>} what went wrong, in apt's words */
async function aptInstall(prefix, packages, log) {
  log(`Installing ${packages.join(', ')} (Debian packages)…`);
  const started = Date.now();
  const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3', '-q', '-y'];
  // An outdated list is often still good enough, so a failing update is only a reason when the install fails too.
  const update = await apt(prefix, [...patience, 'update'], log);
  const install = await apt(prefix, [...patience, 'install', '--no-install-recommends', ...packages], log);
  if (install.code !== 0)
    return `apt-get could not install it (${install.fault ?? update.fault ?? 'see above'})`;
  log(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  return undefined;
}

function apt(prefix, args, log) {
  // RUNLEVEL=1 keeps Debian from starting a Redis service of its own: the tests bring up theirs on a free port.
  const settings = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'LC_ALL=C'];
  const [command, ...rest] = [...prefix, 'env', ...settings, 'apt-get', ...args];
  return new Promise((resolve) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let fault;
    let last = 0;
    const read = (line) => {
      if (line.startsWith('E: ')) fault = line.slice(3);
      const isProgress = /^(Get:|Unpacking|Setting up|Need to get)/.test(line);
      if (!isProgress || Date.now() - last < 2000) return;
      last = Date.now();
      log(`  ${line.slice(0, 100)}`);
    };
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, read);
    child.once('error', (error) => resolve({ code: 1, fault: error.message }));
    child.once('close', (code) => resolve({ code, fault }));
  });
}

function eachLine(stream, read) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach(read);
  });
}

/** The application's own last resort (an old but complete ffmpeg); present when npm could install it. */
function ffmpegFromNpm() {
  try {
    const file = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path;
    if (!isProgram(file)) fs.chmodSync(file, 0o755);
    return file;
  } catch {
    return undefined;
  }
}

function findOnPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => isProgram(path.join(folder, name)));
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
