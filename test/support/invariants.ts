import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestApp } from './app';

const FOLDER = path.resolve(__dirname, '../../checks');

/** What the standing invariants whose file name starts with `prefix` find wrong, by file; empty when all hold. */
export async function violations(atelier: TestApp, prefix: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const file of readdirSync(FOLDER).filter((name) => name.startsWith(prefix) && name.endsWith('.sql'))) {
    const rows = await atelier.db.read(readFileSync(path.join(FOLDER, file), 'utf8'));
    if (rows.length > 0) found[file] = rows;
  }
  return found;
}
