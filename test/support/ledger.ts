import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { LedgerService } from '../../src/modules/ledger';
import { AccountRepository } from '../../src/modules/ledger/account.repository';
import { EntryRepository } from '../../src/modules/ledger/entry.repository';
import { HoldProcessor } from '../../src/modules/ledger/hold.processor';
import { HoldRepository } from '../../src/modules/ledger/hold.repository';
import { Database } from '../../src/platform/db/database';
import { dataSourceOptions } from '../../src/platform/db/options';

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/** A pool on a test database, as the application's role or as the owner of the tables. */
export async function openDatabase(
  url: string,
  as: 'app' | 'owner' = 'app',
  poolSize = 4,
): Promise<OpenDatabase> {
  const source = await new DataSource(
    dataSourceOptions({ url, poolSize, entities, migrations: [], as }),
  ).initialize();
  return { db: new Database(source), close: () => source.destroy() };
}

/** The ledger without the framework around it. */
export function ledgerOn(db: Database): { ledger: LedgerService; sweep: HoldProcessor } {
  const holds = new HoldRepository();
  const ledger = new LedgerService(new AccountRepository(db), new EntryRepository(db), holds);
  return { ledger, sweep: new HoldProcessor(db, holds) };
}

const CHECKS = path.resolve(__dirname, '../../checks');

/** Rows of every standing check whose file starts with `prefix`, by file name; empty when all is well. */
export async function failedChecks(db: Database, prefix = ''): Promise<Record<string, unknown[]>> {
  const failed: Record<string, unknown[]> = {};
  for (const file of readdirSync(CHECKS).filter((name) => name.startsWith(prefix) && name.endsWith('.sql'))) {
    const rows = await db.read(readFileSync(path.join(CHECKS, file), 'utf8'));
    if (rows.length > 0) failed[file] = rows;
  }
  return failed;
}
