import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Remote workers: their keys and short-lived tokens, what each can do, its state, and the clips it lost. Rows of the
 * processes of Atelier itself have kind `process`, come and go with them, and never leave the state `active`.
 */
export class Workers1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_worker_keys (
        id text PRIMARY KEY,
        name text NOT NULL,
        pool text NOT NULL,
        prefix text NOT NULL,
        last_four text NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        created_by text NOT NULL REFERENCES access_people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        stopped_at timestamptz,
        last_used_at timestamptz
      );
      CREATE UNIQUE INDEX access_worker_keys_name ON access_worker_keys (name) WHERE stopped_at IS NULL;

      CREATE TABLE access_worker_tokens (
        secret_hash bytea PRIMARY KEY,
        key_id text NOT NULL REFERENCES access_worker_keys (id),
        worker_id text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX access_worker_tokens_key ON access_worker_tokens (key_id);
      CREATE INDEX access_worker_tokens_expires ON access_worker_tokens (expires_at);

      ALTER TABLE generation_workers
        ADD COLUMN kind text NOT NULL DEFAULT 'process' CHECK (kind IN ('process', 'remote')),
        ADD COLUMN key_id text REFERENCES access_worker_keys (id),
        ADD COLUMN name text,
        ADD COLUMN version text,
        ADD COLUMN capabilities jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'draining', 'maintenance', 'gone')),
        ADD COLUMN state_by text NOT NULL DEFAULT 'system',
        ADD COLUMN state_since timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN reason text,
        ADD COLUMN lost integer NOT NULL DEFAULT 0 CHECK (lost >= 0),
        ADD COLUMN done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
        ADD COLUMN registered_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CHECK ((kind = 'remote') = (key_id IS NOT NULL AND name IS NOT NULL)),
        ADD CHECK (kind = 'remote' OR state = 'active');
      CREATE UNIQUE INDEX generation_workers_name ON generation_workers (key_id, name) WHERE kind = 'remote';
      ${historyTable('generation_workers_history', 'generation_workers')}

      CREATE TABLE generation_losses (
        generation_id text NOT NULL REFERENCES generation_generations (id),
        fence bigint NOT NULL,
        worker text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (generation_id, fence)
      );
      CREATE INDEX generation_losses_worker ON generation_losses (worker, at);

      ALTER TABLE generation_leases
        ADD COLUMN claim_id text,
        ADD COLUMN phase text,
        ADD COLUMN upload_sha256 text CHECK (upload_sha256 ~ '^[0-9a-f]{64}$');
      CREATE INDEX generation_leases_worker ON generation_leases (worker) WHERE ended_at IS NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
