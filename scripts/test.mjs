// `npm test`: every tier, with what it needs brought up first. `npm test -- integration ledger -t hold` runs a part.
// Its last line is always `N passed, N failed`.
import { root } from './bootstrap.mjs';

const { runTier } = await import('./lib/jest-tier.mjs');
const { buildPortal } = await import('./lib/portal.mjs');
const { onStop } = await import('./lib/signals.mjs');
const { writeGroups } = await import('./lib/test-groups.mjs');
const { readArguments, specsOf, toolsOf } = await import('./lib/tiers.mjs');
const { ensureTools, toolEnv } = await import('./lib/tools.mjs');
const { startTestPostgres } = await import('../test/support/test-postgres.mjs');

const isCi = process.env.CI === 'true' || process.env.CI === '1';
const { chosen, patterns, flags } = readArguments(process.argv.slice(2));
const abort = new AbortController();
onStop(() => abort.abort());

const plan = chosen
  .map((tier) => ({ tier, specs: specsOf(tier, root, patterns) }))
  .filter(({ specs }) => specs.length > 0);
const { env, missing } = await findTools(plan.flatMap(({ specs }) => specs));
const absent = missing.map(({ tool }) => tool);
const rows = await runAll(plan, env);
report(rows, listNotRun(plan, missing));

async function findTools(specs) {
  const wanted = [...new Set(specs.flatMap(toolsOf))];
  const tools = await ensureTools(wanted, { install: true, log: console.error });
  const names = tools.missing.map(({ tool }) => tool).join(',');
  return {
    missing: tools.missing,
    env: { ...process.env, ...toolEnv(tools.found), ATELIER_MISSING_TOOLS: names },
  };
}

async function runAll(plan, env) {
  const rows = [];
  let postgres;
  try {
    for (const { tier, specs } of plan) {
      if (abort.signal.aborted) break;
      try {
        if (tier.needsPostgres) postgres ??= await startTestPostgres();
        // The portal is part of what e2e tests look at.
        if (tier.name === 'e2e') await buildPortal({ root });
        const isWhole = patterns.length === 0 && flags.length === 0 && tier.isGrouped;
        const able = specs.filter((spec) => !toolsOf(spec).some((tool) => absent.includes(tool)));
        const groups = isWhole ? writeGroups({ root, tier, specs: able }) : { patterns, env: {} };
        const settings = { ...env, ...postgres?.env, ...groups.env };
        const told = { root, tier, patterns: groups.patterns, flags, env: settings, signal: abort.signal };
        rows.push({ name: tier.name, ...(await runTier(told)) });
      } catch (error) {
        rows.push({ name: tier.name, passed: 0, failed: 1, skipped: 0, ms: 0, note: error.message });
      }
    }
  } finally {
    await postgres?.stop();
  }
  if (abort.signal.aborted)
    rows.push({ name: 'stopped', passed: 0, failed: 1, skipped: 0, ms: 0, note: 'not all tiers ran' });
  return rows;
}

/** Test files whose tool is neither here nor installable: named, never dropped in silence. */
function listNotRun(plan, missing) {
  return plan
    .flatMap(({ specs }) => specs)
    .flatMap((spec) =>
      missing.filter(({ tool }) => toolsOf(spec).includes(tool)).map((why) => ({ spec, ...why })),
    );
}

function print(...columns) {
  console.log(columns.map((text, i) => (i ? String(text).padStart(10) : text.padEnd(14))).join(''));
}

function report(rows, notRun) {
  if (process.env.ATELIER_CHECK_FAILED) {
    rows.unshift({
      name: 'check',
      passed: 0,
      failed: 1,
      skipped: 0,
      ms: 0,
      note: 'npm run check failed before the tests',
    });
  }
  console.log();
  print('tier', 'passed', 'failed', 'skipped', 'time');
  for (const { name, passed, failed, skipped, ms } of rows)
    print(name, passed, failed, skipped, `${(ms / 1000).toFixed(1)} s`);
  for (const { name, note } of rows) if (note) console.log(`\n${name}: ${note}`);
  if (notRun.length) console.log(`\nNot run${isCi ? ' (a failure, because CI is set)' : ''}:`);
  for (const { spec, tool, reason, command } of notRun)
    console.log(`  ${spec} needs ${tool}: ${reason}. Run: ${command}`);
  if (rows.length === 0) console.log('No test matches these arguments.');
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const unseen = isCi ? new Set(notRun.map(({ spec }) => spec)).size : 0;
  const failed = sum('failed') + unseen + (rows.length === 0 && notRun.length === 0 ? 1 : 0);
  console.log(`\n${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
