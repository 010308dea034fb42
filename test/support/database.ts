import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** Connection string of a freshly migrated database that nobody else uses. */
  url: string;
  /** Remove it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Clone the migrated template: some 40 ms, one database per test file.
 * @param name a word that makes the database recognisable in pg_stat_activity; made unique here
 */
export async function createTestDatabase(name: string): Promise<TestDatabase> {
  const word = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40);
  const database = `t_${word}_${randomBytes(4).toString('hex')}`;
  await administer(`CREATE DATABASE ${database} TEMPLATE ${required('TEST_PG_TEMPLATE')} STRATEGY file_copy`);
  const url = new URL(required('TEST_PG_URL'));
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`) };
}

/** Two clones at the same moment may each see the other's session on the template for an instant: try again. */
async function administer(sql: string, attempts = 20): Promise<void> {
  const client = new Client({ connectionString: required('TEST_PG_URL') });
  await client.connect();
  try {
    await client.query(sql);
  } catch (error) {
    const isBusy = (error as { code?: string }).code === '55006';
    if (!isBusy || attempts <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return await administer(sql, attempts - 1);
  } finally {
    await client.end();
  }
}

function required(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(`${variable} is not set: this test belongs into a tier with Postgres (jest.config.cjs)`);
  return value;
}
