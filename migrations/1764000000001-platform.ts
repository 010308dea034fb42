import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox and idempotency: what every module's transactions lean on. */
export class Platform1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform_events (
        id text PRIMARY KEY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        relayed_at timestamptz
      );
      CREATE INDEX platform_events_waiting ON platform_events (id) WHERE relayed_at IS NULL;

      CREATE TABLE platform_deliveries (
        event_id text NOT NULL REFERENCES platform_events (id),
        listener text NOT NULL,
        tried_at timestamptz NOT NULL DEFAULT now(),
        tries integer NOT NULL DEFAULT 0,
        received_at timestamptz,
        PRIMARY KEY (event_id, listener)
      );
      CREATE INDEX platform_deliveries_waiting ON platform_deliveries (tried_at) WHERE received_at IS NULL;

      CREATE TABLE platform_idempotency (
        owner text NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        answer jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, key)
      );
      CREATE INDEX platform_idempotency_at ON platform_idempotency (at);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
