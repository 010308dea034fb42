import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** What an artist agrees that a work is used for, at the price they saw. One stands for each use; a revoked one is kept. */
const CONSENTS = `
  CREATE TABLE approval_consents (
    id text PRIMARY KEY,
    work_id text NOT NULL,
    person_id text NOT NULL,
    program_id text NOT NULL,
    use text NOT NULL CHECK (use IN ('showcase', 'marketing', 'training', 'press')),
    price bigint NOT NULL CHECK (price > 0),
    currency text NOT NULL,
    rate_card_version integer NOT NULL,
    given_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    FOREIGN KEY (work_id, person_id) REFERENCES approval_works (id, person_id),
    FOREIGN KEY (work_id, program_id) REFERENCES approval_works (id, program_id),
    CONSTRAINT approval_consents_use UNIQUE (id, work_id, use)
  );
  CREATE UNIQUE INDEX approval_consents_standing ON approval_consents (work_id, use) WHERE revoked_at IS NULL;
  CREATE INDEX approval_consents_program ON approval_consents (program_id, use, id) WHERE revoked_at IS NULL;
  CREATE INDEX approval_consents_person ON approval_consents (person_id, work_id);`;

/** A round is one time of showing. What it promises is public before its list closes. */
const ROUNDS = `
  CREATE TABLE approval_showcase_rounds (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    title text NOT NULL CHECK (char_length(title) BETWEEN 3 AND 120),
    method text NOT NULL CHECK (method IN ('rotation', 'draw')),
    slots integer NOT NULL CHECK (slots BETWEEN 1 AND 50),
    per_quarter integer NOT NULL CHECK (per_quarter BETWEEN 1 AND 6),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    quarter text NOT NULL,
    state text NOT NULL CHECK (state IN ('planned', 'closed', 'filled', 'cancelled')),
    created_by text NOT NULL REFERENCES access_people (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '93 days'),
    CHECK (quarter = to_char(starts_at AT TIME ZONE 'UTC', 'YYYY"-Q"Q')),
    CONSTRAINT approval_showcase_rounds_caps UNIQUE (id, program_id, quarter, per_quarter)
  );
  CREATE INDEX approval_showcase_rounds_running ON approval_showcase_rounds (ends_at) WHERE state = 'filled';

  -- Who was on the list when it closed, one work for each artist, and what became of it.
  CREATE TABLE approval_showcase_entries (
    round_id text NOT NULL REFERENCES approval_showcase_rounds (id),
    work_id text NOT NULL,
    person_id text NOT NULL,
    shown_before integer NOT NULL CHECK (shown_before >= 0),
    last_shown_at timestamptz,
    consented_at timestamptz NOT NULL,
    position integer CHECK (position > 0),
    outcome text CHECK (outcome IN ('shown', 'waiting', 'cap', 'withdrawn', 'price_fell')),
    PRIMARY KEY (round_id, work_id),
    UNIQUE (round_id, person_id),
    UNIQUE (round_id, position),
    CHECK ((position IS NULL) = (outcome IS NULL)),
    FOREIGN KEY (work_id, person_id) REFERENCES approval_works (id, person_id)
  );`;

/** A licence is a use that was taken: from then on it is paid for. It stands on a consent and ends with it. */
const LICENCES = `
  CREATE TABLE approval_licences (
    id text PRIMARY KEY,
    consent_id text NOT NULL,
    work_id text NOT NULL,
    use text NOT NULL,
    person_id text NOT NULL,
    program_id text NOT NULL,
    round_id text REFERENCES approval_showcase_rounds (id),
    purpose text NOT NULL CHECK (char_length(purpose) BETWEEN 3 AND 300),
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL,
    ended_at timestamptz,
    FOREIGN KEY (consent_id, work_id, use) REFERENCES approval_consents (id, work_id, use),
    FOREIGN KEY (work_id, person_id) REFERENCES approval_works (id, person_id),
    FOREIGN KEY (work_id, program_id) REFERENCES approval_works (id, program_id),
    UNIQUE (round_id, work_id),
    CHECK ((use = 'showcase') = (round_id IS NOT NULL)),
    CHECK (ends_at > granted_at),
    CONSTRAINT approval_licences_not_to_oneself CHECK (granted_by <> person_id)
  );
  CREATE UNIQUE INDEX approval_licences_running ON approval_licences (work_id, use)
    WHERE ended_at IS NULL AND round_id IS NULL;
  CREATE INDEX approval_licences_program ON approval_licences (program_id, id);
  CREATE INDEX approval_licences_work ON approval_licences (work_id, id);

  CREATE FUNCTION approval_licence_needs_consent() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM approval_consents WHERE id = NEW.consent_id AND revoked_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'licence %: its artist does not consent', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_licences_consent BEFORE INSERT ON approval_licences
    FOR EACH ROW EXECUTE FUNCTION approval_licence_needs_consent();`;

/** Caps are rules of these columns: one slot of a round for an artist, and so many of a quarter as the round says. */
const SLOTS = `
  CREATE TABLE approval_showcase_slots (
    round_id text NOT NULL,
    slot integer NOT NULL CHECK (slot > 0),
    work_id text NOT NULL,
    person_id text NOT NULL,
    program_id text NOT NULL,
    quarter text NOT NULL,
    per_quarter integer NOT NULL,
    nth integer NOT NULL,
    licence_id text NOT NULL UNIQUE REFERENCES approval_licences (id),
    PRIMARY KEY (round_id, slot),
    CONSTRAINT approval_showcase_slots_one_a_round UNIQUE (round_id, person_id),
    CONSTRAINT approval_showcase_slots_one_by_one UNIQUE (program_id, person_id, quarter, nth),
    CONSTRAINT approval_showcase_slots_cap CHECK (nth BETWEEN 1 AND per_quarter),
    FOREIGN KEY (round_id, program_id, quarter, per_quarter)
      REFERENCES approval_showcase_rounds (id, program_id, quarter, per_quarter),
    FOREIGN KEY (round_id, work_id) REFERENCES approval_showcase_entries (round_id, work_id)
  );
  CREATE INDEX approval_showcase_slots_person ON approval_showcase_slots (program_id, person_id);`;

export class Showcase1764000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONSENTS, ROUNDS, LICENCES, SLOTS]) await runner.query(part);
    await runner.query(historyTable('approval_showcase_history', 'approval_showcase_rounds'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
