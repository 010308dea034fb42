import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * What all processes know of a provider (its circuit, what a manager has set), and of every request that was handed to
 * one that renders elsewhere. A ticket's row is written before the request leaves: a crash loses no submit.
 */
export class Providers1764000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_providers (
        id text PRIMARY KEY,
        pool text NOT NULL REFERENCES generation_pools (id),
        state text NOT NULL DEFAULT 'closed' CHECK (state IN ('closed', 'open', 'probing', 'paused')),
        failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
        trips integer NOT NULL DEFAULT 0 CHECK (trips >= 0),
        retry_at timestamptz,
        hold_until timestamptz,
        is_pinned boolean NOT NULL DEFAULT false,
        weight double precision NOT NULL DEFAULT 1 CHECK (weight > 0 AND weight <= 100),
        is_draining boolean NOT NULL DEFAULT false,
        code text,
        message text,
        failed_at timestamptz,
        succeeded_at timestamptz,
        ailment text,
        checked_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      ${historyTable('generation_provider_history', 'generation_providers')}
      CREATE TRIGGER generation_providers_changed AFTER INSERT OR UPDATE ON generation_providers
        FOR EACH ROW EXECUTE FUNCTION platform_note_change('generation_providers', 'id');

      CREATE TABLE generation_tickets (
        request_id text PRIMARY KEY,
        generation_id text NOT NULL REFERENCES generation_generations (id),
        fence bigint NOT NULL,
        provider text NOT NULL,
        state text NOT NULL DEFAULT 'sending' CHECK (state IN ('sending', 'submitted', 'doubtful', 'ended')),
        ticket text,
        looks integer NOT NULL DEFAULT 0 CHECK (looks >= 0),
        sent_at timestamptz NOT NULL DEFAULT now(),
        next_look_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (state <> 'submitted' OR ticket IS NOT NULL)
      ) WITH (fillfactor = 80);
      CREATE INDEX generation_tickets_due ON generation_tickets (next_look_at) WHERE state <> 'ended';
      CREATE UNIQUE INDEX generation_tickets_ticket ON generation_tickets (provider, ticket) WHERE ticket IS NOT NULL;
      CREATE INDEX generation_tickets_generation ON generation_tickets (generation_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
