import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clips whose files their artist removed for good. */
export class Discards1764000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_discards (
        generation_id text PRIMARY KEY REFERENCES generation_generations (id),
        discarded_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
