import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clips that wait again after a start: they keep their tag, whatever their artist was accounted meanwhile. A handful. */
export class ReturnedClips1764000000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX generation_generations_returned ON generation_generations (pool, enrollment_id)
        WHERE state = 'queued' AND start_tag IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
