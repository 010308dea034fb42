// The application as a child process: spawned, watched until ready, stopped.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sendSignal, waitUntil } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const readyMs = 120_000;
/** A little more than the application gives itself (src/main.ts). */
const stopMs = 30_000;

/**
 * @param {object} options
 * @param {string} options.root the repository
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.appLog] where its output goes; the terminal when absent
 * @param {string} options.probe address that answers 200 once it is ready
 * @param {AbortSignal} [options.signal] gives up the start
 * @param {Array<() => Promise<void>>} options.undo gets the step that stops it
 * @param {(pid: number) => void} options.onSpawn
 * @throws {Trouble} when it ends before it is ready; the exit code is its own
 */
export async function startApp({ root, env, appLog, probe, signal, undo, onSpawn }) {
  if (signal?.aborted) throw new Trouble('Atelier was stopped before it was ready.');
  const output = appLog ? fs.openSync(appLog, 'w') : 'inherit';
  const tether = path.join(root, 'scripts/lib/tether.cjs');
  const child = spawn(process.execPath, ['--enable-source-maps', '--require', tether, 'dist/src/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', output, output, 'ipc'],
    // A group of its own: Ctrl-C reaches only us, and we stop it in order.
    detached: true,
  });
  if (typeof output === 'number') fs.closeSync(output);
  let ended;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve((ended = { code: 1, signal: null, error })));
    child.once('exit', (code, signal) => resolve((ended = { code, signal })));
  });
  undo.push(() => stopApp(child, exited));
  signal?.addEventListener('abort', () => void stopApp(child, exited), { once: true });
  if (child.pid) onSpawn(child.pid);
  const isReady = await waitUntil(() => ended || answers(probe), readyMs, 40);
  if (ended) throw endedEarly(ended, appLog);
  if (!isReady)
    throw new Trouble(
      `Atelier did not get ready within ${readyMs / 1000} s${appLog ? `: its output is in ${appLog}` : ''}.`,
    );
  return { pid: child.pid, exited };
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The application has said why, in its own sentence; with its output in a file, repeat the end of it. */
function endedEarly({ code, signal, error }, appLog) {
  // 69 and 78 (sysexits.h): the database or a setting, and the application has said which, with the remedy.
  if ([69, 78].includes(code) && !appLog) return new Trouble('', { exitCode: code });
  const said = appLog ? `\n${fs.readFileSync(appLog, 'utf8').trim().split('\n').slice(-15).join('\n')}` : '';
  const how = error ? error.message : signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  const where = appLog ? `its last words, from ${appLog}:` : 'its reason stands above.';
  return new Trouble(`Atelier did not start (${how}); ${where}${said}`, { exitCode: code || 1 });
}

async function stopApp(child, exited) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => sendSignal(child.pid, 'SIGKILL'), stopMs);
  sendSignal(child.pid, 'SIGTERM');
  await exited;
  clearTimeout(insist);
}
