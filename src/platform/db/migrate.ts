import { DataSource, type DataSourceOptions } from 'typeorm';
import { GRANTS } from './grants';

/** Any number that no other program uses for an advisory lock on this database. */
const MIGRATION_LOCK = 7_248_013_551;

/**
 * Brings the schema to the newest migration and renews the grants. Processes that start together take turns. Returns
 * the names of the migrations that ran. `options` must be those of the owner.
 */
export async function migrate(options: DataSourceOptions): Promise<string[]> {
  const source = await new DataSource(options).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await source.runMigrations();
    for (const statement of GRANTS) await lock.query(statement);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
