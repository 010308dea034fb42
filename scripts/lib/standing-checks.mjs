// The standing invariants of checks/: each is one query that must return no rows.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../checks');

/**
 * Runs every check on one database.
 * @param {string} databaseUrl
 * @returns {Promise<{ file: string, says: string, rows: object[] }[]>} in the order of their names; `says` is the check's first line
 */
export async function runStandingChecks(databaseUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const results = [];
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .toSorted()) {
      const sql = readFileSync(path.join(folder, file), 'utf8');
      const { rows } = await client.query(sql);
      results.push({ file, says: /^-- (.*)$/m.exec(sql)?.[1] ?? file, rows });
    }
    return results;
  } finally {
    await client.end();
  }
}
