// `npm run bench -- render [--quick]` runs bench/render.bench.ts: progress on stderr, one JSON line last on stdout.
import { root } from './bootstrap.mjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { transpile } = await import('./transpile.mjs');
const { Trouble, runMain } = await import('./lib/trouble.mjs');

const suffix = '.bench.ts';

await runMain(async () => {
  const words = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
  const quick = process.argv.includes('--quick');
  const [name] = words;
  if (!name) return list();
  if (!benches().includes(name)) {
    throw new Trouble(`There is no bench "${name}": the benches are ${benches().join(', ') || 'none yet'}.`);
  }
  await transpile();
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { run } = require(path.join(root, 'dist/bench', `${name}.bench.js`));
  const started = performance.now();
  const result = await run({ quick });
  const seconds = Math.round(performance.now() - started) / 1000;
  process.stdout.write(
    `${JSON.stringify({ bench: name, quick, seconds, node: process.version, ...result })}\n`,
  );
});

function benches() {
  const names = fs.readdirSync(path.join(root, 'bench')).filter((file) => file.endsWith(suffix));
  return names.map((file) => file.slice(0, -suffix.length)).toSorted();
}

function list() {
  console.log('npm run bench -- <name> [--quick], where <name> is one of:');
  for (const name of benches()) console.log(`  ${name}`);
}
