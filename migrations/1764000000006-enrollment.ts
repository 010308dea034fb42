import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Applications, enrollments and consents. */
export class Enrollment1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enrollment_applications (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        person_id text NOT NULL REFERENCES access_people (id),
        statement text NOT NULL,
        portfolio text[] NOT NULL,
        state text NOT NULL CHECK (state IN (
          'draft', 'submitted', 'in_review', 'waitlisted', 'invited', 'declined', 'withdrawn', 'expired')),
        reasons jsonb NOT NULL DEFAULT '[]',
        submitted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (program_id, person_id),
        CHECK (state <> 'declined' OR jsonb_array_length(reasons) > 0)
      );
      CREATE INDEX enrollment_applications_person ON enrollment_applications (person_id, id);
      CREATE INDEX enrollment_applications_state ON enrollment_applications (state, id);
      CREATE INDEX enrollment_applications_program ON enrollment_applications (program_id, id);

      CREATE TABLE enrollment_enrollments (
        id text PRIMARY KEY,
        application_id text NOT NULL UNIQUE REFERENCES enrollment_applications (id),
        program_id text NOT NULL REFERENCES program_programs (id),
        person_id text NOT NULL REFERENCES access_people (id),
        state text NOT NULL CHECK (state IN (
          'terms_pending', 'active', 'paused', 'suspended', 'offboarding', 'alumni')),
        suspension jsonb,
        suspended_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (person_id, program_id),
        -- Nobody is suspended without a statement of reasons and an end.
        CHECK (state <> 'suspended' OR (suspension IS NOT NULL AND suspended_until IS NOT NULL))
      );
      CREATE INDEX enrollment_enrollments_program ON enrollment_enrollments (program_id, id);
      CREATE INDEX enrollment_enrollments_state ON enrollment_enrollments (state, id);
      CREATE INDEX enrollment_enrollments_until ON enrollment_enrollments (suspended_until) WHERE state = 'suspended';

      CREATE TABLE enrollment_consents (
        id text PRIMARY KEY,
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        person_id text NOT NULL REFERENCES access_people (id),
        terms_id text NOT NULL REFERENCES program_versions (id),
        terms_version integer NOT NULL,
        hash text NOT NULL,
        address text NOT NULL,
        agent text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (enrollment_id, terms_id)
      );

      -- A consent is evidence: it stays as it was given.
      CREATE FUNCTION enrollment_keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a consent is never changed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER enrollment_consents_immutable BEFORE UPDATE OR DELETE ON enrollment_consents
        FOR EACH ROW EXECUTE FUNCTION enrollment_keep_consent();
    `);
    await runner.query(historyTable('enrollment_applications_history', 'enrollment_applications'));
    await runner.query(historyTable('enrollment_enrollments_history', 'enrollment_enrollments'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
