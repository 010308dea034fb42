import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays for a generation, and which keys are bounded. Balances and holds are the ledger's. */
export class Quota1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_key_budgets (
        key_id text PRIMARY KEY REFERENCES access_keys (id),
        budget bigint CHECK (budget > 0),
        at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE quota_charges (
        generation_id text PRIMARY KEY,
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        key_id text REFERENCES quota_key_budgets (key_id),
        credits bigint NOT NULL CHECK (credits > 0),
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
