import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import type { Charge } from './domain/recipes';
import { KeyBudgetEntity } from './key-budget.entity';

const COLUMNS = `generation_id AS "generationId", enrollment_id AS "enrollmentId", key_id AS "keyId",
  pool_id AS "poolId", credits`;

@Injectable()
export class ChargeRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, charges: readonly Charge[]): Promise<void> {
    await tx.run(
      `INSERT INTO quota_charges (generation_id, enrollment_id, key_id, pool_id, credits)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])`,
      [
        charges.map((charge) => charge.generationId),
        charges.map((charge) => charge.enrollmentId),
        charges.map((charge) => charge.keyId),
        charges.map((charge) => charge.poolId),
        charges.map((charge) => charge.credits),
      ],
    );
  }

  /** Throws when nothing was ever held: settling thin air is a bug of the caller. */
  async get(tx: Tx, generationId: string): Promise<Charge> {
    const [row] = await tx.query<Charge>(`SELECT ${COLUMNS} FROM quota_charges WHERE generation_id = $1`, [
      generationId,
    ]);
    if (row === undefined) throw new Error(`generation ${generationId} has no charge`);
    return row;
  }

  /** Inside a transaction pass it: a second connection while holding one can starve the pool. */
  async findKey(keyId: string, tx?: Tx): Promise<KeyBudgetEntity | null> {
    return (tx ?? this.db).manager.findOneBy(KeyBudgetEntity, { keyId });
  }

  async insertKey(tx: Tx, key: { keyId: string; budget: bigint | null }): Promise<void> {
    await tx.run(`INSERT INTO quota_key_budgets (key_id, budget) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      key.keyId,
      key.budget,
    ]);
  }
}
