import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { StoredForm } from './form.dto';

const COLUMNS = `id, program_id AS "programId", version, hash, published_at AS "publishedAt", content`;

@Injectable()
export class FormRepository {
  constructor(private readonly db: Database) {}

  /** The newest of a programme; it asks whoever writes now. */
  async newest(programId: string, tx?: Tx): Promise<StoredForm | null> {
    const sql = `SELECT ${COLUMNS} FROM enrollment_forms WHERE program_id = $1 ORDER BY version DESC LIMIT 1`;
    const rows =
      tx === undefined
        ? await this.db.read<StoredForm & Record<string, unknown>>(sql, [programId])
        : await tx.query<StoredForm & Record<string, unknown>>(sql, [programId]);
    return rows[0] ?? null;
  }

  async listByIds(ids: readonly string[]): Promise<StoredForm[]> {
    if (ids.length === 0) return [];
    return this.db.read<StoredForm & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM enrollment_forms WHERE id = ANY ($1::text[])`,
      [ids],
    );
  }

  /** `false`: this number was published by somebody else a moment ago. */
  async insert(tx: Tx, form: StoredForm, publishedBy: string): Promise<boolean> {
    const added = await tx.run(
      `INSERT INTO enrollment_forms (id, program_id, version, content, hash, published_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (program_id, version) DO NOTHING`,
      [form.id, form.programId, form.version, JSON.stringify(form.content), form.hash, publishedBy],
    );
    return added === 1;
  }
}
