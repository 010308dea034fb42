import 'reflect-metadata';
import { schema } from './data-source';
import { ConfigurationError, readSettings } from './platform/config/env';
import { Settings } from './platform/config/settings';
import { explainConnection } from './platform/db/connection-fault';
import { migrate } from './platform/db/migrate';
import { dataSourceOptions } from './platform/db/options';
import { migrateQueueSchema } from './platform/queue/queue.schema';

/** Brings the database of `settings` to this release: Atelier's own tables, its grants, and the queue's schema. */
export async function bringUpToDate(settings: Pick<Settings, 'databaseUrl' | 'redisUrl'>): Promise<string[]> {
  const ran = await migrate(
    dataSourceOptions({ ...schema, url: settings.databaseUrl, poolSize: 2, as: 'owner' }),
  );
  if (settings.redisUrl === undefined) await migrateQueueSchema(settings.databaseUrl);
  return ran;
}

async function main(): Promise<void> {
  const ran = await bringUpToDate(readSettings(Settings, process.env));
  process.stdout.write(ran.length === 0 ? 'The schema is up to date.\n' : `${ran.join('\n')}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigurationError ? error.message : explainConnection(error, process.env.DATABASE_URL)}\n`,
    );
    process.exit(error instanceof ConfigurationError ? 78 : 1);
  });
}
