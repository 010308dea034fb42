import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** People, their sessions and their API keys. Secrets are stored as hashes only. */
export class Access1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_people (
        id text PRIMARY KEY,
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL
          CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['artist', 'reviewer', 'finance', 'manager', 'admin']),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE access_sessions (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        token_hash bytea NOT NULL UNIQUE,
        network text NOT NULL,
        agent text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX access_sessions_person ON access_sessions (person_id, id);
      CREATE INDEX access_sessions_expires ON access_sessions (expires_at);

      CREATE TABLE access_keys (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        family_id text NOT NULL,
        name text NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'revoked')),
        prefix text NOT NULL,
        last_four text NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        budget bigint CHECK (budget > 0),
        expires_at timestamptz NOT NULL,
        stops_at timestamptz,
        last_used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX access_keys_person ON access_keys (person_id, id);
      CREATE UNIQUE INDEX access_keys_name ON access_keys (person_id, name) WHERE state = 'active' AND stops_at IS NULL;
      CREATE INDEX access_keys_stopping ON access_keys (stops_at) WHERE state = 'active' AND stops_at IS NOT NULL;
      ${historyTable('access_keys_history', 'access_keys')}
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
