import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Outgoing webhooks: where to, what, and each message with every try. `secret` and `previous_secret` are sealed under a
 * key that the database does not know; a removed endpoint keeps its deliveries but no secret.
 */
export class Webhooks1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_webhooks (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        program_id text REFERENCES program_programs (id),
        is_staff boolean NOT NULL,
        url text NOT NULL,
        description text NOT NULL,
        events text[] NOT NULL CHECK (cardinality(events) > 0),
        state text NOT NULL CHECK (state IN ('active', 'paused', 'disabled', 'removed')),
        secret bytea,
        previous_secret bytea,
        previous_until timestamptz,
        failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
        failing_since timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((state = 'removed') = (secret IS NULL))
      );
      CREATE UNIQUE INDEX notice_webhooks_once ON notice_webhooks (person_id, url) WHERE state <> 'removed';
      CREATE INDEX notice_webhooks_staff ON notice_webhooks (id) WHERE is_staff AND state = 'active';
      ${historyTable('notice_webhooks_history', 'notice_webhooks')}

      CREATE TABLE notice_webhook_deliveries (
        id text PRIMARY KEY,
        webhook_id text NOT NULL REFERENCES notice_webhooks (id),
        event_id text NOT NULL,
        event text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (webhook_id, event_id)
      );
      CREATE INDEX notice_webhook_deliveries_log ON notice_webhook_deliveries (webhook_id, id);
      CREATE INDEX notice_webhook_deliveries_due ON notice_webhook_deliveries (next_try_at) WHERE state = 'queued';
      ${historyTable('notice_webhook_deliveries_history', 'notice_webhook_deliveries')}

      CREATE TABLE notice_webhook_tries (
        delivery_id text NOT NULL REFERENCES notice_webhook_deliveries (id),
        number integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        status integer,
        fault text,
        milliseconds integer NOT NULL,
        PRIMARY KEY (delivery_id, number),
        CHECK ((status IS NULL) <> (fault IS NULL))
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
