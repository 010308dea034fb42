import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** How people prove who they are: verified mail, invitations, second factors, passkeys; and who changes whose roles. */
export class People1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_people
        ALTER COLUMN password_hash DROP NOT NULL,
        ADD COLUMN verified_at timestamptz,
        ADD COLUMN deactivated_at timestamptz;
      -- Accounts from before mail was verified have been used ever since: they stay as they are.
      UPDATE access_people SET verified_at = created_at;

      ALTER TABLE access_sessions
        ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN second_factor_at timestamptz,
        ADD COLUMN way text NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'passkey', 'oidc')),
        ADD COLUMN address text NOT NULL DEFAULT '';

      CREATE TABLE access_proofs (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        kind text NOT NULL CHECK (kind IN ('verification', 'reset', 'invitation')),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX access_proofs_person ON access_proofs (person_id, kind) WHERE used_at IS NULL;
      CREATE INDEX access_proofs_expires ON access_proofs (expires_at);

      CREATE TABLE access_totps (
        person_id text PRIMARY KEY REFERENCES access_people (id),
        sealed bytea NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE access_recovery_codes (
        person_id text NOT NULL REFERENCES access_people (id),
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (person_id, code_hash)
      );

      CREATE TABLE access_passkeys (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        name text NOT NULL,
        is_synced boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE INDEX access_passkeys_person ON access_passkeys (person_id, id);

      CREATE TABLE access_challenges (
        id text PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('passkey_register', 'passkey_prove', 'oidc')),
        person_id text REFERENCES access_people (id),
        content jsonb NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX access_challenges_expires ON access_challenges (expires_at);

      CREATE TABLE access_role_changes (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
        from_roles text[] NOT NULL,
        to_roles text[] NOT NULL,
        reason text NOT NULL,
        proposed_by text NOT NULL REFERENCES access_people (id),
        confirmed_by text REFERENCES access_people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (confirmed_by IS NULL OR confirmed_by NOT IN (proposed_by, person_id)),
        CHECK (state <> 'confirmed' OR confirmed_by IS NOT NULL)
      );
      CREATE UNIQUE INDEX access_role_changes_open ON access_role_changes (person_id) WHERE state = 'proposed';
      ${historyTable('access_role_changes_history', 'access_role_changes')}
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
