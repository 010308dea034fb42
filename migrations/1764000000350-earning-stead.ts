import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what stands in the place of an earning that was taken back. */
export class EarningStead1764000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX compensation_earnings_stead ON compensation_earnings ((evidence ->> 'earningId'))
        WHERE cause_type IN ('correction', 'restored')`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
