import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

const SUSPENSIONS = `
  CREATE TABLE enrollment_suspensions (
    id text PRIMARY KEY,
    enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
    program_id text NOT NULL,
    person_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'in_force', 'refused', 'withdrawn', 'expired',
      'dropped', 'lifted', 'ended', 'overturned')),
    ground text NOT NULL CHECK (ground IN ('terms', 'safety', 'rights', 'confidentiality', 'security')),
    clause_id text NOT NULL CHECK (clause_id <> ''),
    clause_text text NOT NULL CHECK (clause_text <> ''),
    terms_id text NOT NULL,
    terms_version integer NOT NULL CHECK (terms_version > 0),
    facts text NOT NULL CHECK (char_length(facts) >= 20),
    remedy text NOT NULL CHECK (char_length(remedy) >= 5),
    scope text NOT NULL CHECK (scope IN ('generation')),
    ends_at timestamptz NOT NULL,
    proposed_by text NOT NULL REFERENCES access_people (id),
    proposed_by_role text NOT NULL,
    confirmed_by text REFERENCES access_people (id),
    note text,
    statement_id text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT enrollment_suspended_by_two CHECK (proposed_by <> person_id AND confirmed_by <> person_id
      AND confirmed_by <> proposed_by),
    CONSTRAINT enrollment_suspended_when_confirmed CHECK (
      state NOT IN ('confirmed', 'in_force', 'lifted', 'ended', 'overturned') OR confirmed_by IS NOT NULL),
    CONSTRAINT enrollment_suspended_with_reasons CHECK (
      state NOT IN ('in_force', 'lifted', 'ended', 'overturned') OR statement_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX enrollment_suspensions_one ON enrollment_suspensions (enrollment_id)
    WHERE state IN ('proposed', 'confirmed', 'in_force');
  CREATE INDEX enrollment_suspensions_due ON enrollment_suspensions (ends_at) WHERE state IN ('proposed', 'in_force');
  CREATE INDEX enrollment_suspensions_program ON enrollment_suspensions (program_id, id);
  ${historyTable('enrollment_suspensions_history', 'enrollment_suspensions')}

  -- No way into 'suspended' that two people and a statement have not opened, whatever the code does.
  CREATE FUNCTION enrollment_check_suspended() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM enrollment_suspensions s WHERE s.enrollment_id = NEW.id AND s.state = 'in_force') THEN
      RAISE EXCEPTION 'nobody is suspended without a second person and a statement of reasons' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'enrollment_suspended_by_two';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER enrollment_suspended_by_two BEFORE UPDATE OF state ON enrollment_enrollments
    FOR EACH ROW WHEN (NEW.state = 'suspended' AND OLD.state <> 'suspended')
    EXECUTE FUNCTION enrollment_check_suspended();`;

/** A suspension is proposed by one person and confirmed by another. */
export class Suspensions1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUSPENSIONS);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
