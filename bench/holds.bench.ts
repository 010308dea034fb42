import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { bringUpToDate } from '../src/migrate';
import { rush } from './rig/holds';
import { settleProgramme } from './rig/programme';

/**
 * 200,000 requests at once for the credits of 200 artists, which pay for a tenth of them: exactly that many are accepted.
 * Bounded: about a minute on two processors. `ok` says nothing about speed.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'atelier-holds-'));
  const file = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(file)) as {
    startEmbeddedPostgres: (this: void, options: object) => Promise<{ url: string; stop(): Promise<void> }>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const client = new Client({ connectionString: postgres.url });
  try {
    await bringUpToDate({ databaseUrl: postgres.url });
    await client.connect();
    const [artists, attempts] = quick ? [50, 20_000] : [200, 200_000];
    await settleProgramme(client, artists);
    const plan = {
      url: postgres.url,
      client,
      artists,
      attempts,
      affordable: 100,
      byKey: 30,
      connections: 12,
    };
    const result = await rush(plan);
    const violations: string[] = [];
    for (const check of readdirSync('checks').filter((name) =>
      /^(ledger|generation|quota)-.*\.sql$/.test(name),
    )) {
      const { rowCount } = await client.query(readFileSync(path.join('checks', check), 'utf8'));
      if (rowCount !== 0) violations.push(`${check}: ${rowCount} rows`);
    }
    const rate = Math.round(result.attempts / result.seconds);
    return {
      bench: 'holds',
      figures: { ...result, rate, violations },
      ok: result.faults.length + violations.length === 0,
    };
  } finally {
    await client.end().catch(() => undefined);
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
