import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps a month of the books open: findings that two people have not explained, and payouts never compared at all. */
export class Unexplained1764000000185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNEXPLAINED);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const UNEXPLAINED = `
  CREATE OR REPLACE VIEW reports_unexplained AS SELECT item_id, found_at FROM payouts_unexplained`;
