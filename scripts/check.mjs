// `npm run check`: everything a machine can say about the sources in under 90 s, the same in hand and in CI. All steps
// run, two at a time; what failed is shown whole at the end.
import { root } from './bootstrap.mjs';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const { onStop } = await import('./lib/signals.mjs');
const { sendSignal } = await import('./lib/processes.mjs');

const bin = (file) => path.join('node_modules', file);
const tsc = bin('typescript-7/bin/tsc');
const cruised = ['src', 'migrations'];

/** Each step is a Node program with its arguments. The longest come first, so that the last one is short. */
const steps = [
  { name: 'unit, architecture', command: ['scripts/test.mjs', 'unit', 'architecture'] },
  { name: 'drift', command: ['scripts/sync.mjs', '--check'] },
  { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--type-aware'] },
  { name: 'types', command: [tsc, '--noEmit'] },
  {
    name: 'types of the portal',
    command: [tsc, '--noEmit', '-p', 'web/tsconfig.json'],
    needs: 'web/tsconfig.json',
  },
  {
    name: 'module edges',
    command: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...cruised,
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
].filter(({ needs }) => !needs || fs.existsSync(path.join(root, needs)));

const running = new Set();
onStop(() => {
  for (const child of running) sendSignal(-child.pid, 'SIGTERM');
  process.exit(130);
});

const started = Date.now();
const results = await runAll(steps, 2);
const failed = results.filter(({ code }) => code !== 0);
for (const { name, said } of failed) console.log(`\n── ${name} ──\n${said.trim()}`);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
const verdict = failed.length ? `failed: ${failed.map(({ name }) => name).join('; ')}` : 'all passed';
console.log(`\ncheck: ${verdict} (${results.length} steps, ${seconds} s)`);
process.exitCode = failed.length ? 1 : 0;

async function runAll(steps, width) {
  const results = [];
  const queue = [...steps];
  const work = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}

function run({ name, command }) {
  const started = Date.now();
  // The count of a check is not the count of `npm test`: a failure announced by CI is added there only.
  const env = { ...process.env, ATELIER_CHECK_FAILED: '' };
  const child = spawn(process.execPath, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => {
    const end = (code) => {
      running.delete(child);
      console.log(
        `${code === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${((Date.now() - started) / 1000).toFixed(1)} s`,
      );
      resolve({ name, code, said });
    };
    child.once('error', (error) => ((said += error.message), end(1)));
    child.once('close', end);
  });
}
