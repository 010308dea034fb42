import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which programmes have ever said how many of their clips may be under way: looked up with every round of releases. */
export class ProgrammeCaps1764000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX program_versions_capped ON program_versions (program_id)
        WHERE kind = 'quota_plan' AND content ? 'programConcurrency';
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
