import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { SweepEntity } from './sweep.entity';

@Injectable()
export class SweepRepository {
  constructor(private readonly db: Database) {}

  /** Of these keys, those that a delivered file has. */
  async known(keys: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read<{ key: string }>(
      'SELECT key FROM generation_files WHERE key = ANY ($1::text[])',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** Keys of delivered files in the order of their keys, up to `limit` after `after`. */
  async listKeys(after: string, limit: number): Promise<string[]> {
    const rows = await this.db.read<{ key: string }>(
      'SELECT key FROM generation_files WHERE key > $1 ORDER BY key LIMIT $2',
      [after, limit],
    );
    return rows.map(({ key }) => key);
  }

  async insert(tx: Tx, sweep: Omit<SweepEntity, 'at'>): Promise<void> {
    await tx.manager.insert(SweepEntity, sweep);
  }

  async last(): Promise<SweepEntity | null> {
    return this.db.manager.findOne(SweepEntity, { where: {}, order: { id: 'DESC' } });
  }

  /** What delivered files take. */
  async usage(): Promise<{ files: number; bytes: bigint }> {
    const [row] = await this.db.read<{ files: number; bytes: bigint }>(
      'SELECT count(*)::int AS files, coalesce(sum(bytes), 0)::bigint AS bytes FROM generation_files',
    );
    return row ?? { files: 0, bytes: 0n };
  }
}
