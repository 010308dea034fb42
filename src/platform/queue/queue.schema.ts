import { runMigrations } from 'bullmq';
import { Client } from 'pg';

/** Creates or upgrades BullMQ's own schema `bullmq`. Safe to repeat; BullMQ takes an advisory lock. */
export async function migrateQueueSchema(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
