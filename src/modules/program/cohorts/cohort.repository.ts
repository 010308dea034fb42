import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { programRefusals, type Cohort } from '../contract';

export interface CohortRow extends Cohort {
  readonly revision: number;
}

const COLUMNS = `id, program_id AS "programId", name, starts_at AS "startsAt", ends_at AS "endsAt", capacity, revision`;

@Injectable()
export class CohortRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx?: Tx): Promise<CohortRow | null> {
    const sql = `SELECT ${COLUMNS} FROM program_cohorts WHERE id = $1`;
    const [row] = tx === undefined ? await this.db.read<Row>(sql, [id]) : await tx.query<Row>(sql, [id]);
    return row ?? null;
  }

  /** Until the transaction ends nobody else changes it or fills its seats. */
  async lock(tx: Tx, id: string): Promise<CohortRow> {
    const [row] = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM program_cohorts WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    if (row === undefined) throw refusal(programRefusals, 'not_found');
    return row;
  }

  /** Those of one programme, by their start. */
  async list(programId: string, tx?: Tx): Promise<CohortRow[]> {
    const sql = `SELECT ${COLUMNS} FROM program_cohorts WHERE program_id = $1 ORDER BY starts_at, id`;
    return tx === undefined ? this.db.read<Row>(sql, [programId]) : tx.query<Row>(sql, [programId]);
  }

  async listByIds(ids: readonly string[]): Promise<CohortRow[]> {
    if (ids.length === 0) return [];
    return this.db.read<Row>(`SELECT ${COLUMNS} FROM program_cohorts WHERE id = ANY ($1::text[])`, [ids]);
  }

  /** Refuses (409) a name that the programme has. */
  async insert(tx: Tx, { id, programId, name, startsAt, endsAt, capacity }: Cohort): Promise<void> {
    const inserted = await tx.run(
      `INSERT INTO program_cohorts (id, program_id, name, starts_at, ends_at, capacity)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (program_id, name) DO NOTHING`,
      [id, programId, name, startsAt, endsAt, capacity],
    );
    if (inserted === 0) throw refusal(programRefusals, 'cohort_name_taken');
  }

  /** `false`: it is no longer at `revision`. Under the lock of its programme. */
  async change(tx: Tx, { id, revision, name, startsAt, endsAt, capacity }: CohortRow): Promise<boolean> {
    const changed = await tx.run(
      `UPDATE program_cohorts SET name = $3, starts_at = $4, ends_at = $5, capacity = $6, revision = revision + 1,
         updated_at = now() WHERE id = $1 AND revision = $2`,
      [id, revision, name, startsAt, endsAt, capacity],
    );
    return changed > 0;
  }
}

type Row = CohortRow & Record<string, unknown>;
