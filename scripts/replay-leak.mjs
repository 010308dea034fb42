// `npm run replay:leak [-- --quick]`: the founding incident, one leaked key among many artists, against two API processes on a
// real Postgres: that of DATABASE_URL, which must be empty, or an embedded one. Prints the pass table; one JSON line last.
import { root } from './bootstrap.mjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const { transpile } = await import('./transpile.mjs');
const { runMain } = await import('./lib/trouble.mjs');
const { startEmbeddedPostgres } = await import('./lib/embedded-postgres.mjs');

const isQuick = process.argv.includes('--quick');

await runMain(async () => {
  await transpile();
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { bringUpToDate } = require(path.join(root, 'dist/src/migrate.js'));
  const { replayLeak } = require(path.join(root, 'dist/bench/replay/replay.js'));
  const given = process.env.DATABASE_URL;
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'atelier-replay-db-'));
  const postgres = given
    ? { url: given, stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir: home });
  try {
    await bringUpToDate({ databaseUrl: postgres.url });
    const say = (line) => process.stderr.write(`${line}\n`);
    const result = await replayLeak({ databaseUrl: postgres.url, isQuick, say });
    const rows = result.lines.map(({ attack, measure, value, limit, ok }) => ({
      attack,
      measure,
      value,
      limit,
      ok,
    }));
    console.table(rows);
    process.stdout.write(
      `${JSON.stringify({ replay: 'leak', quick: isQuick, ok: result.ok, lines: rows })}\n`,
    );
    process.exitCode = result.ok ? 0 : 1;
  } finally {
    await postgres.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
  process.exit(process.exitCode);
});
