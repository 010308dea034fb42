import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/db/database';
import type { Charge } from './domain/recipes';
import { KeyBudgetEntity } from './key-budget.entity';

const COLUMNS = `generation_id AS "generationId", enrollment_id AS "enrollmentId", key_id AS "keyId",
  pool_id AS "poolId", credits`;

/** Beyond this many the memory of keys is dropped. */
const MOST_KEYS = 50_000;

@Injectable()
export class ChargeRepository {
  private readonly keys = new Map<string, KeyBudgetEntity>();

  constructor(private readonly db: Database) {}

  /** Of those that have one, outside of a transaction: it is written once and never changes. */
  async list(generationIds: readonly string[]): Promise<Charge[]> {
    return this.db.read<Charge & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM quota_charges WHERE generation_id = ANY ($1::text[])`,
      [generationIds],
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

  /** Written once with the key and never changed: what was read stays true. */
  async recallKey(keyId: string): Promise<KeyBudgetEntity | null> {
    const known = this.keys.get(keyId);
    if (known !== undefined) return known;
    const key = await this.db.manager.findOneBy(KeyBudgetEntity, { keyId });
    if (this.keys.size >= MOST_KEYS) this.keys.clear();
    if (key !== null) this.keys.set(keyId, key);
    return key;
  }

  async insertKey(tx: Tx, key: { keyId: string; familyId: string; budget: bigint | null }): Promise<void> {
    await tx.run(
      `INSERT INTO quota_key_budgets (key_id, family_id, budget) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [key.keyId, key.familyId, key.budget],
    );
  }
}
