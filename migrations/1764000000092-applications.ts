import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Applications by form, with files; blind reviews; waiting list; invitations. */
export class Applications1764000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORMS);
    await runner.query(APPLICATIONS);
    await runner.query(REVIEWS);
    await runner.query(INVITATIONS);
    await runner.query(OWN_STEPS);
    for (const name of ['reviews', 'invitations'])
      await runner.query(historyTable(`enrollment_${name}_history`, `enrollment_${name}`));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

/** An application that was sent may be taken back by whoever sent it. */
const OWN_STEPS = `
  DROP TRIGGER enrollment_applications_own_step ON enrollment_applications_history;
  CREATE TRIGGER enrollment_applications_own_step BEFORE INSERT ON enrollment_applications_history
    FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('enrollment_applications', 'submit,reopen,withdraw');`;

const FORMS = `
  CREATE TABLE enrollment_forms (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    version integer NOT NULL CHECK (version >= 1),
    content jsonb NOT NULL,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    published_by text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (program_id, version)
  );
  CREATE FUNCTION enrollment_stays_published() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% %: what was published stays as it is', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER enrollment_forms_published BEFORE UPDATE OR DELETE ON enrollment_forms
    FOR EACH ROW EXECUTE FUNCTION enrollment_stays_published();`;

const APPLICATIONS = `
  ALTER TABLE enrollment_applications
    ADD COLUMN answers jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN form_id text REFERENCES enrollment_forms (id),
    ADD COLUMN team text NOT NULL DEFAULT '',
    ADD COLUMN time_zone text NOT NULL DEFAULT 'UTC',
    ADD COLUMN revision integer NOT NULL DEFAULT 1,
    ADD COLUMN digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
    ADD COLUMN score integer CHECK (score BETWEEN 100 AND 500),
    ADD COLUMN spread integer NOT NULL DEFAULT 0,
    ADD COLUMN reviews integer NOT NULL DEFAULT 0,
    ADD COLUMN decide_by timestamptz,
    ADD COLUMN decided_at timestamptz,
    ADD COLUMN waitlist_place integer CHECK (waitlist_place > 0),
    ADD COLUMN waitlist_review_at timestamptz;
  UPDATE enrollment_applications a SET decided_at = (
    SELECT min(h.at) FROM enrollment_applications_history h
    WHERE h.subject_id = a.id AND h.to_state IN ('waitlisted', 'invited', 'declined'));
  UPDATE enrollment_applications a SET waitlist_place = w.place FROM (
    SELECT id, row_number() OVER (PARTITION BY program_id ORDER BY submitted_at, id) AS place
    FROM enrollment_applications WHERE state = 'waitlisted') w WHERE w.id = a.id;

  -- Every list of applications is a walk along one of these, from wherever the page before ended.
  CREATE INDEX enrollment_applications_stand ON enrollment_applications (program_id, state, id);
  CREATE INDEX enrollment_applications_due ON enrollment_applications (program_id, decide_by, id) WHERE decided_at IS NULL;
  CREATE INDEX enrollment_applications_best ON enrollment_applications (program_id, score DESC, id DESC) WHERE score IS NOT NULL;
  CREATE UNIQUE INDEX enrollment_applications_waiting ON enrollment_applications (program_id, waitlist_place)
    WHERE state = 'waitlisted';

  CREATE TABLE enrollment_files (
    id text PRIMARY KEY,
    application_id text NOT NULL REFERENCES enrollment_applications (id),
    person_id text NOT NULL REFERENCES access_people (id),
    key text NOT NULL UNIQUE,
    name text NOT NULL,
    content_type text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes > 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX enrollment_files_application ON enrollment_files (application_id, id);

  -- What was handed in is what is judged: only a draft changes.
  CREATE FUNCTION enrollment_application_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'application %: what was handed in stays as it is', OLD.id USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER enrollment_applications_stay BEFORE UPDATE OF statement, portfolio, answers, team ON enrollment_applications
    FOR EACH ROW WHEN (OLD.state <> 'draft' AND (OLD.statement, OLD.portfolio, OLD.answers, OLD.team)
      IS DISTINCT FROM (NEW.statement, NEW.portfolio, NEW.answers, NEW.team))
    EXECUTE FUNCTION enrollment_application_stays();
  CREATE FUNCTION enrollment_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE application text := coalesce(NEW.application_id, OLD.application_id);
  BEGIN
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM enrollment_applications WHERE id = application AND state <> 'draft') THEN
      RAISE EXCEPTION 'application %: its files stay as they were handed in', application USING ERRCODE = 'check_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER enrollment_files_stay BEFORE INSERT OR UPDATE OR DELETE ON enrollment_files
    FOR EACH ROW EXECUTE FUNCTION enrollment_file_stays();`;

const REVIEWS = `
  CREATE TABLE enrollment_panel (
    program_id text NOT NULL REFERENCES program_programs (id),
    person_id text NOT NULL REFERENCES access_people (id),
    team text NOT NULL DEFAULT '',
    added_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (program_id, person_id)
  );

  CREATE TABLE enrollment_reviews (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    application_id text NOT NULL REFERENCES enrollment_applications (id),
    reviewer_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('assigned', 'completed', 'recused')),
    scores jsonb NOT NULL DEFAULT '{}',
    score integer CHECK (score BETWEEN 100 AND 500),
    panel_note text NOT NULL DEFAULT '',
    applicant_comment text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (application_id, reviewer_id),
    CHECK (score IS NOT NULL OR state <> 'completed'),
    FOREIGN KEY (program_id, reviewer_id) REFERENCES enrollment_panel (program_id, person_id)
  );
  CREATE INDEX enrollment_reviews_mine ON enrollment_reviews (reviewer_id, state, id DESC);
  CREATE INDEX enrollment_reviews_program ON enrollment_reviews (program_id, reviewer_id, state);

  CREATE TABLE enrollment_conflicts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    application_id text NOT NULL REFERENCES enrollment_applications (id),
    reviewer_id text NOT NULL REFERENCES access_people (id),
    kind text NOT NULL CHECK (kind IN ('own', 'co_author', 'same_team', 'declared', 'recused')),
    note text NOT NULL DEFAULT '',
    at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (application_id, reviewer_id, kind)
  );
  CREATE INDEX enrollment_conflicts_program ON enrollment_conflicts (program_id);
  CREATE INDEX enrollment_conflicts_reviewer ON enrollment_conflicts (reviewer_id, application_id);

  CREATE FUNCTION enrollment_review_is_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM enrollment_applications a JOIN enrollment_panel p
                 ON p.program_id = a.program_id AND p.person_id = NEW.reviewer_id
               WHERE a.id = NEW.application_id AND (a.person_id = NEW.reviewer_id
                 OR (btrim(p.team) <> '' AND lower(btrim(p.team)) = lower(btrim(a.team)))))
       OR EXISTS (SELECT 1 FROM enrollment_conflicts c WHERE c.application_id = NEW.application_id AND c.reviewer_id = NEW.reviewer_id) THEN
      RAISE EXCEPTION 'review %: the reviewer has a conflict of interest', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER enrollment_reviews_impartial BEFORE INSERT OR UPDATE OF state ON enrollment_reviews
    FOR EACH ROW WHEN (NEW.state <> 'recused') EXECUTE FUNCTION enrollment_review_is_impartial();`;

const INVITATIONS = `
  CREATE TABLE enrollment_invitations (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    cohort_id text REFERENCES program_cohorts (id),
    email text NOT NULL,
    note text NOT NULL DEFAULT '',
    invited_by text NOT NULL REFERENCES access_people (id),
    expires_at timestamptz NOT NULL,
    used_by text REFERENCES access_people (id),
    application_id text UNIQUE REFERENCES enrollment_applications (id),
    state text NOT NULL CHECK (state IN ('open', 'used', 'withdrawn', 'expired')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    -- Single use: whoever used it and what came of it are written with the use.
    CHECK ((state = 'used') = (used_by IS NOT NULL AND application_id IS NOT NULL)),
    CHECK (used_by IS DISTINCT FROM invited_by)
  );
  CREATE INDEX enrollment_invitations_program ON enrollment_invitations (program_id, id DESC);
  CREATE INDEX enrollment_invitations_due ON enrollment_invitations (expires_at) WHERE state = 'open';
  CREATE UNIQUE INDEX enrollment_invitations_one_open ON enrollment_invitations (program_id, lower(email)) WHERE state = 'open';`;
