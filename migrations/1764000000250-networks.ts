import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of networks that keys were used from: who runs them and where they are. Of a network, never of a person. */
export class Networks1764000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_networks (
        network text PRIMARY KEY,
        carrier bigint,
        latitude double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision CHECK (longitude BETWEEN -180 AND 180),
        looked_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((latitude IS NULL) = (longitude IS NULL))
      );
      CREATE INDEX access_networks_looked_at ON access_networks (looked_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
