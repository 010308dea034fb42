// Small truths about processes and ports. Only node: builtins.
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Is this process running? A zombie (dead, not yet reaped: common in containers without an init) is not. */
export function isLive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const stat = procStat(pid);
  return !stat || !'ZX'.includes(stat[0]);
}

/** When the process began, in clock ticks since boot: with the pid it names one process for ever. Linux only. */
export function birthOf(pid) {
  return procStat(pid)?.[19];
}

/** The fields of /proc/<pid>/stat after the command name (which may itself hold spaces and brackets). */
function procStat(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** The command line of a process, or undefined where the system does not tell (not Linux). */
export function commandLineOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
  } catch {
    return undefined;
  }
}

/**
 * Try `probe` until it gives something truthy or `timeoutMs` is over (then undefined).
 * @template T
 * @param {() => T | Promise<T>} probe
 * @returns {Promise<T | undefined>}
 */
export async function waitUntil(probe, timeoutMs, stepMs = 25) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() >= end) return undefined;
    await sleep(stepMs);
  }
}

/** Ask a process to end, wait, then insist. Resolves when it is gone. */
export async function endProcess(pid, { signal = 'SIGTERM', graceMs = 10_000, lastSignal = 'SIGKILL' } = {}) {
  for (const next of [signal, lastSignal]) {
    if (!isLive(pid)) return;
    sendSignal(pid, next);
    if (await waitUntil(() => !isLive(pid), graceMs)) return;
  }
}

export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Bind a port for a moment. Resolves to the port (a free one for 0), or undefined when somebody else has it.
 * Without a host it asks for all addresses, so that a listener on any of them counts as taken.
 */
export function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(bound));
    });
  });
}

/** The first free port from `start` upwards, to be named in a remedy. */
export async function nextFreePort(start) {
  for (let port = start; port < Math.min(start + 50, 65_536); port++) if (await tryPort(port)) return port;
  return tryPort(0);
}
