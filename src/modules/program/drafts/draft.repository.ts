import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { VersionKind } from '../contract';

/** What is being written and governs nobody yet. */
export interface DraftRow {
  readonly programId: string;
  readonly kind: VersionKind;
  readonly content: object;
  readonly basedOn: number;
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

const COLUMNS = `program_id AS "programId", kind, content, based_on AS "basedOn", revision, updated_by AS "updatedBy",
  updated_at AS "updatedAt"`;

type Row = DraftRow & Record<string, unknown>;

@Injectable()
export class DraftRepository {
  constructor(private readonly db: Database) {}

  async list(programId: string): Promise<DraftRow[]> {
    return this.db.read<Row>(`SELECT ${COLUMNS} FROM program_drafts WHERE program_id = $1 ORDER BY kind`, [
      programId,
    ]);
  }

  async find(programId: string, kind: VersionKind, tx?: Tx): Promise<DraftRow | null> {
    const sql = `SELECT ${COLUMNS} FROM program_drafts WHERE program_id = $1 AND kind = $2`;
    const [row] =
      tx === undefined
        ? await this.db.read<Row>(sql, [programId, kind])
        : await tx.query<Row>(sql, [programId, kind]);
    return row ?? null;
  }

  /** Under the lock of the programme, after its revision was compared. */
  async put(
    tx: Tx,
    row: Pick<DraftRow, 'programId' | 'kind' | 'content' | 'basedOn' | 'updatedBy'>,
  ): Promise<DraftRow> {
    const [stored] = await tx.query<Row>(
      `INSERT INTO program_drafts (program_id, kind, content, based_on, revision, updated_by) VALUES ($1, $2, $3, $4, 1, $5)
       ON CONFLICT (program_id, kind) DO UPDATE SET content = $3, based_on = $4, revision = program_drafts.revision + 1,
         updated_by = $5, updated_at = now()
       RETURNING ${COLUMNS}`,
      [row.programId, row.kind, JSON.stringify(row.content), row.basedOn, row.updatedBy],
    );
    return stored as DraftRow;
  }

  /** Once it is published, or thrown away. */
  async remove(tx: Tx, programId: string, kind: VersionKind): Promise<void> {
    await tx.run(`DELETE FROM program_drafts WHERE program_id = $1 AND kind = $2`, [programId, kind]);
  }
}
