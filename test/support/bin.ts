import { Client } from 'pg';
import { RetentionService, type RetentionRun } from '../../src/modules/generation/bin/retention.service';
import { BlobStore } from '../../src/platform/storage/blob-store';
import type { TestApp } from './app';

/** Columns that hold an instant of a clip's way out. */
const CLOCKS = {
  generation_generations: ['created_at', 'finished_at'],
  generation_bin: ['counted_from', 'warned_at', 'goes_at', 'created_at', 'updated_at'],
  generation_bin_history: ['at'],
} as const;

/** Lets days go by for everything that has to do with the bin: every instant moves back. */
export async function pass(atelier: TestApp, days: number): Promise<void> {
  const owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    for (const [table, columns] of Object.entries(CLOCKS)) {
      const moved = columns.map((column) => `${column} = ${column} - make_interval(secs => $1)`).join(', ');
      await owner.query(`UPDATE ${table} SET ${moved}`, [days * 86_400]);
    }
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}

/** Gives the artists of a programme their place in the pool, as their first request would: clips are locked by it. */
export async function openFlows(atelier: TestApp): Promise<void> {
  await atelier.db.tx((tx) =>
    tx.run(`INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight)
            SELECT 'cpu', id, 1, 2 FROM enrollment_enrollments ON CONFLICT DO NOTHING`),
  );
}

export const sweep = (atelier: TestApp): Promise<RetentionRun> => atelier.app.get(RetentionService).sweep();

/** Lets days go by in these steps, with a sweep after each. */
export async function live(atelier: TestApp, ...steps: readonly number[]): Promise<void> {
  for (const days of steps) {
    await pass(atelier, days);
    await sweep(atelier);
  }
}

export async function stateOf(atelier: TestApp, id: string): Promise<string> {
  const [row] = await atelier.db.read<{ state: string }>('SELECT state FROM generation_bin WHERE id = $1', [
    id,
  ]);
  return row?.state ?? 'stored';
}

/** How many of the three files of a clip the store has, and how many the books. */
export async function filesOf(atelier: TestApp, id: string): Promise<{ stored: number; booked: number }> {
  const store = atelier.app.get(BlobStore);
  const heads = await Promise.all(
    ['video', 'poster', 'sheet'].map((kind) => store.head(`generations/${id}/${kind}`)),
  );
  const [row] = await atelier.db.read<{ booked: number }>(
    'SELECT count(*)::int AS booked FROM generation_files WHERE generation_id = $1',
    [id],
  );
  return { stored: heads.filter((head) => head !== null).length, booked: row?.booked ?? 0 };
}
