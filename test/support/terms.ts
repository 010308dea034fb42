import { Client } from 'pg';
import type { TestApp } from './app';

/** As if the notice of everything that is announced for the programme were over: only the owner of the tables can. */
export async function bringIntoForce(app: TestApp, programId: string): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('ALTER TABLE program_versions DISABLE TRIGGER program_versions_immutable');
    await client.query('UPDATE program_versions SET effective_at = published_at WHERE program_id = $1', [
      programId,
    ]);
    await client.query('ALTER TABLE program_versions ENABLE TRIGGER program_versions_immutable');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
