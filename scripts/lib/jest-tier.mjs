// One tier through Jest, counted from Jest's own report. A tier that crashes or hangs is a failure, never a silence.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sendSignal } from './processes.mjs';

/**
 * @param {object} options
 * @param {string} options.root the repository
 * @param {import('./tiers.mjs').Tier} options.tier
 * @param {string[]} options.patterns
 * @param {string[]} options.flags further Jest flags
 * @param {NodeJS.ProcessEnv} options.env
 * @param {AbortSignal} options.signal ends the run
 * @returns {Promise<{ passed: number, failed: number, skipped: number, ms: number, note?: string }>}
 */
export async function runTier({ root, tier, patterns, flags, env, signal }) {
  const started = Date.now();
  const report = path.join(root, 'test-results', `${tier.name}.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.rmSync(report, { force: true });
  // Patterns come first: --selectProjects takes every word behind it as a project.
  const args = [...patterns, ...flags, '--json', `--outputFile=${report}`, '--selectProjects', tier.name];
  const { code, isHanging } = await runJest({
    root,
    args: ['--passWithNoTests', ...args],
    env,
    signal,
    limitMs: tier.limitMs,
  });
  return { ...count(report, code, isHanging, tier), ms: Date.now() - started };
}

function runJest({ root, args, env, signal, limitMs }) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  // The flag lets CommonJS libraries use import(); its warning is noise.
  const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...args], {
    cwd: root,
    env,
    // Jest prints the JSON report on stdout as well: not ours.
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  return new Promise((resolve) => {
    let isHanging = false;
    const end = () => child.pid && sendSignal(0 - child.pid, 'SIGKILL');
    const limit = setTimeout(() => ((isHanging = true), end()), limitMs);
    signal.addEventListener('abort', end, { once: true });
    child.once('error', () => resolve({ code: 1, isHanging }));
    child.once('exit', (code) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', end);
      resolve({ code, isHanging });
    });
  });
}

function count(report, code, isHanging, tier) {
  const result = readReport(report);
  if (!result)
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      note: isHanging ? hangs(tier) : `Jest crashed (exit code ${code})`,
    };
  const counted = {
    passed: result.numPassedTests,
    // A file that cannot even be loaded has no tests to count: it is one failure of its own.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
  if (isHanging) return { ...counted, failed: counted.failed + 1, note: hangs(tier) };
  if (code !== 0 && counted.failed === 0) {
    return {
      ...counted,
      failed: 1,
      note: `Jest ended with exit code ${code} though its report shows no failure`,
    };
  }
  return counted;
}

function hangs(tier) {
  return `still running after ${tier.limitMs / 60_000} minutes: a test hangs, or leaves something open`;
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
