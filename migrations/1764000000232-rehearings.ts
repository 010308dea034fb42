import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A declined grant application whose appeal succeeded is judged anew: after its call, by somebody else. */
export class Rehearings1764000000232 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants_applications
        ADD COLUMN reheard_at timestamptz,
        ADD COLUMN declined_by text,
        ADD CONSTRAINT grants_application_is_reheard_by_another CHECK (decided_by <> declined_by);`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
