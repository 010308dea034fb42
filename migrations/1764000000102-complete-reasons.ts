import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on every adverse act has its statement: what was decided before keeps the reasons it was given then. */
export class CompleteReasons1764000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress_complete_since (
        is_it boolean PRIMARY KEY DEFAULT true CHECK (is_it),
        since timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO redress_complete_since DEFAULT VALUES;`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
