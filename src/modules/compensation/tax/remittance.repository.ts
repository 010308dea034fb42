import { Injectable } from '@nestjs/common';
import type { Currency } from '../../../kernel/money';
import { Database, type Tx } from '../../../platform/db/database';

export interface Remittance {
  readonly id: string;
  readonly programId: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly note: string;
  readonly postedBy: string;
}

/** What was passed on to tax offices. */
@Injectable()
export class RemittanceRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, { id, programId, currency, amount, note, postedBy }: Remittance): Promise<void> {
    await tx.run(
      `INSERT INTO compensation_tax_remittances (id, program_id, currency, amount, note, posted_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, programId, currency, amount, note, postedBy],
    );
  }

  /** Newest first, at most 200. */
  async list(programId: string): Promise<(Remittance & { at: Date })[]> {
    return this.db.read(
      `SELECT id, program_id AS "programId", currency, amount, note, posted_by AS "postedBy", created_at AS at
       FROM compensation_tax_remittances WHERE program_id = $1 ORDER BY id DESC LIMIT 200`,
      [programId],
    );
  }
}
