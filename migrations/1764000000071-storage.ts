import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each look through the stored files has found. */
export class Storage1764000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_sweeps (
        id text PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        files integer NOT NULL,
        bytes bigint NOT NULL,
        orphans integer NOT NULL,
        orphan_bytes bigint NOT NULL,
        missing text[] NOT NULL
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
