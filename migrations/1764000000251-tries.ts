import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tries at proving who one is, counted over all processes and kept through a crash: nobody guesses on by asking another
 * process. Keys are hashes; no address and no name lies here.
 */
export class Tries1764000000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_tries (
        key bytea PRIMARY KEY CHECK (length(key) = 32),
        count integer NOT NULL DEFAULT 0 CHECK (count >= 0),
        last_at timestamptz NOT NULL,
        times timestamptz[] NOT NULL DEFAULT '{}',
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX access_tries_ends ON access_tries (ends_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
