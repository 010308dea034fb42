import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { rush } from '../../bench/rig/holds';
import { settleProgramme } from '../../bench/rig/programme';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase('holds');
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('of ten thousand requests at once exactly those are accepted that credits and budgets pay for', async () => {
  const artists = 20;
  await settleProgramme(client, artists);
  const plan = {
    url: database.url,
    client,
    artists,
    attempts: 10_000,
    affordable: 25,
    byKey: 10,
    connections: 8,
  };
  const result = await rush(plan);
  expect(result).toMatchObject({ accepted: artists * 25, refused: 10_000 - artists * 25, faults: [] });
  for (const check of readdirSync('checks').filter((name) =>
    /^(ledger|generation|quota)-.*\.sql$/.test(name),
  )) {
    const { rows } = await client.query(readFileSync(path.join('checks', check), 'utf8'));
    expect({ check, rows }).toEqual({ check, rows: [] });
  }
}, 120_000);
