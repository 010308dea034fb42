import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { migrations } from '../../migrations';
import { APPEND_ONLY } from '../../src/platform/db/grants';
import { dataSourceOptions } from '../../src/platform/db/options';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { filesBelow, MODULES } from './sources';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('architecture_schema');
  owner = await new DataSource(
    dataSourceOptions({ url: database.url, poolSize: 2, entities, migrations, as: 'owner' }),
  ).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const names = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }[]>(sql)).map(({ name }) => name);

describe('the schema', () => {
  test('every file of migrations is in the list, in the order of its number', () => {
    const numbers = filesBelow('migrations')
      .filter((file) => !file.endsWith('index.ts'))
      .map((file) => /(\d{13})-/.exec(file)?.[1]);
    expect(migrations.map((migration) => /\d{13}$/.exec(migration.name)?.[0])).toEqual(numbers);
  });

  test('every row type has the columns of its table, and no others', async () => {
    for (const { tableName, columns } of owner.entityMetadatas) {
      const real = await names(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${tableName}'`,
      );
      expect({ table: tableName, columns: columns.map((column) => column.databaseName).toSorted() }).toEqual({
        table: tableName,
        columns: real.toSorted(),
      });
    }
  });

  test('every table carries the name of the module that owns it', async () => {
    const tables = await names(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(tables.filter((table) => ![...MODULES, 'platform'].includes(table.split('_')[0] ?? ''))).toEqual(
      [],
    );
  });

  test('the application can neither change nor remove what is history', async () => {
    const writable = await names(`
      SELECT t.tablename AS name FROM pg_tables t
      WHERE t.schemaname = 'public' AND (t.tablename = ANY (ARRAY['${APPEND_ONLY.join("','")}']) OR t.tablename LIKE '%\\_history')
        AND (has_table_privilege('atelier_app', t.tablename, 'UPDATE') OR has_table_privilege('atelier_app', t.tablename, 'DELETE') OR has_table_privilege('atelier_app', t.tablename, 'TRUNCATE'))`);
    expect(writable).toEqual([]);
    expect(
      await names(
        `SELECT tablename AS name FROM pg_tables WHERE tablename = ANY (ARRAY['${APPEND_ONLY.join("','")}'])`,
      ),
    ).toHaveLength(APPEND_ONLY.length);
  });

  test('every foreign key points to the same module or to its left', async () => {
    const order = [
      'platform',
      'access',
      'audit',
      'ledger',
      'draw',
      'redress',
      'program',
      'enrollment',
      'quota',
      'generation',
      'approval',
      'feedback',
      'compensation',
      'grants',
      'payouts',
      'reports',
      'notice',
    ];
    const keys = await owner.query<{ from: string; to: string }[]>(
      `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    const place = (table: string): number => order.indexOf(table.split('_')[0] ?? '');
    expect(keys.filter(({ from, to }) => place(to) > place(from))).toEqual([]);
  });
});
