// `npm run demo`: the whole life of a clip, played through the public API on real parts. `--json` ends with one line of JSON.
import './bootstrap.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { startStack } = await import('./lib/stack.mjs');
const { onStop } = await import('./lib/signals.mjs');
const { runMain } = await import('./lib/trouble.mjs');
const { timeline } = await import('./lib/timeline.mjs');
const { playLife } = await import('./lib/life-of-a-clip.mjs');
const { usableFfmpeg } = await import('./lib/verify-clip.mjs');
const { runStandingChecks } = await import('./lib/standing-checks.mjs');
const { DEMO_PASSWORD, STAFF, ARTISTS } = await import('./lib/demo-programme.mjs');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const home = path.resolve(root, process.env.ATELIER_DATA_DIR ?? '.atelier/demo');
const isJson = process.argv.includes('--json');

/** Every demo begins with nothing: what the last one left is put aside only when it was a demo's. */
function emptyHome() {
  const marker = path.join(home, 'demo');
  const isOurs = fs.existsSync(marker);
  if (fs.existsSync(home) && !isOurs && fs.readdirSync(home).length > 0) return;
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(marker, 'npm run demo begins anew in this folder every time\n');
}

/** The one thing not asked through the API: whether the books are whole. */
async function expectWholeBooks(databaseUrl, line) {
  const results = await runStandingChecks(databaseUrl);
  const broken = results.filter(({ rows }) => rows.length > 0);
  if (broken.length > 0) throw new Error(`these invariants do not hold: ${JSON.stringify(broken)}`);
  line.step('standing checks', `all ${results.length} hold`);
}

await runMain(async () => {
  const line = timeline({ isQuiet: isJson });
  emptyHome();
  line.print('\n  Atelier: the life of a clip, on a real database, queue and renderer');
  const abort = new AbortController();
  let stack;
  onStop(async () => {
    abort.abort();
    await stack?.stop();
    process.exit(130);
  });
  stack = await startStack({
    dataDir: home,
    fresh: true,
    portal: false,
    // chance has no place in a demonstration
    env: { ATELIER_SEED: 'staff', ATELIER_SECOND_LOOK_SHARE: '0' },
    quiet: true,
    signal: abort.signal,
    log: isJson ? () => {} : (text) => line.print(`            ${text}`),
  });
  line.step('everything started', stack.url);
  let outcome;
  try {
    await usableFfmpeg();
    outcome = await playLife({ url: stack.url, line, home });
    await expectWholeBooks(stack.databaseUrl, line);
  } finally {
    await stack.stop();
  }
  line.print(`
  Done in ${(line.total() / 1000).toFixed(0)} s. The clips, posters and the finance files lie in
    ${path.relative(process.cwd(), outcome.folder)}
  To look around in what was just made:
    ATELIER_DATA_DIR=${path.relative(process.cwd(), home) || '.'} npm start
  and sign in as ${STAFF.manager}, ${STAFF.reviewer}, ${STAFF.finance} or ${ARTISTS[0].email},
  each with the password “${DEMO_PASSWORD}”.
  Staff are asked for a code too: npm run code shows it.
`);
  if (isJson) {
    const { videos, ledger } = outcome;
    const durations = { totalMs: line.total(), ...outcome.durations };
    process.stdout.write(`${JSON.stringify({ ok: true, steps: line.steps, videos, ledger, durations })}\n`);
  }
  process.exit(0);
});
