import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Programmes and the immutable versions of what they promise: terms, rate card, quota plan, mark policy. */
export class Program1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_programs (
        id text PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL,
        model text NOT NULL,
        currency text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        capacity integer NOT NULL CHECK (capacity >= 1),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'running', 'closing', 'closed')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE program_versions (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        kind text NOT NULL CHECK (kind IN ('terms', 'rate_card', 'quota_plan', 'mark_policy')),
        version integer NOT NULL CHECK (version >= 1),
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        content jsonb NOT NULL,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (program_id, kind, version)
      );

      -- Artists agree to a version and are paid by one: what is published stays as it was, whoever connects.
      CREATE FUNCTION program_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published version is never changed: publish the next one' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER program_versions_immutable BEFORE UPDATE OR DELETE ON program_versions
        FOR EACH ROW EXECUTE FUNCTION program_keep_version();
    `);
    await runner.query(historyTable('program_programs_history', 'program_programs'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
