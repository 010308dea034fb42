import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often something sensitive was asked in the present window, over all processes. Unlogged: after a crash counting
 * begins anew, which harms nobody. Keys are hashes; no address and no credential lies here.
 */
export class RateWindows1764000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE platform_rate_windows (
        key bytea PRIMARY KEY,
        hits integer NOT NULL,
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX platform_rate_windows_end ON platform_rate_windows (ends_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
