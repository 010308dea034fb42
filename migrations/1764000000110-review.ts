import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a submission says more, what its clock kept, and a decision that has not left yet. */
const SUBMISSIONS = `
  ALTER TABLE approval_submissions
    ADD COLUMN policy_version integer NOT NULL DEFAULT 1,
    ADD COLUMN people_for_no integer NOT NULL DEFAULT 1 CHECK (people_for_no IN (1, 2)),
    ADD COLUMN cohort_id text,
    ADD COLUMN co_authors text[] NOT NULL DEFAULT '{}',
    ADD COLUMN co_author_ids text[] NOT NULL DEFAULT '{}',
    ADD COLUMN wished_at timestamptz,
    ADD COLUMN first_claimed_at timestamptz,
    ADD COLUMN first_decided_at timestamptz,
    ADD COLUMN late_at timestamptz,
    ADD COLUMN paused_seconds integer NOT NULL DEFAULT 0 CHECK (paused_seconds >= 0),
    ADD COLUMN escalated_to text CHECK (escalated_to IN ('reviewer', 'manager', 'admin')),
    ADD COLUMN proposal jsonb,
    ADD COLUMN staged jsonb,
    ADD COLUMN staged_until timestamptz,
    ADD CONSTRAINT approval_claim_is_not_a_co_author CHECK (claimed_by IS NULL OR NOT claimed_by = ANY (co_author_ids)),
    ADD CONSTRAINT approval_staged_has_an_end CHECK ((staged IS NULL) = (staged_until IS NULL)),
    ADD CONSTRAINT approval_staged_is_in_review CHECK (staged IS NULL OR (state = 'in_review' AND claimed_by IS NOT NULL));
  UPDATE approval_submissions SET late_at = due_at
    WHERE state IN ('submitted', 'in_review', 'escalated') AND due_at <= now();
  UPDATE approval_submissions SET people_for_no = 2 WHERE risk = 'high';
  UPDATE approval_submissions SET first_decided_at = decided_at WHERE decided_at IS NOT NULL;
  CREATE INDEX approval_submissions_risk ON approval_submissions (risk, due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated');
  CREATE INDEX approval_submissions_program ON approval_submissions (program_id, due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated');
  CREATE INDEX approval_submissions_audience ON approval_submissions (audience, due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated');
  CREATE INDEX approval_submissions_cohort ON approval_submissions (cohort_id, due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated') AND cohort_id IS NOT NULL;
  CREATE INDEX approval_submissions_escalated ON approval_submissions (due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated') AND escalated_at IS NOT NULL;
  CREATE INDEX approval_submissions_held ON approval_submissions (claimed_by, due_at, id)
    WHERE state = 'in_review' AND claimed_by IS NOT NULL;
  CREATE INDEX approval_submissions_labels ON approval_submissions USING gin (labels)
    WHERE state IN ('submitted', 'in_review', 'escalated');
  CREATE INDEX approval_submissions_on_time ON approval_submissions (due_at)
    WHERE state IN ('submitted', 'in_review', 'escalated') AND late_at IS NULL;
  CREATE INDEX approval_submissions_staged ON approval_submissions (staged_until) WHERE staged IS NOT NULL;
  CREATE INDEX approval_submissions_first_decided ON approval_submissions (first_decided_at)
    WHERE first_decided_at IS NOT NULL;`;

/** The artist's own word on their work. Apart from the submission, so that nothing that deciders read can hold it. */
const STANCES = `
  CREATE TABLE approval_stances (
    submission_id text PRIMARY KEY REFERENCES approval_submissions (id),
    stance text NOT NULL CHECK (stance IN ('critical', 'neutral', 'favourable')),
    at timestamptz NOT NULL DEFAULT now()
  );`;

/** Version 1 is the one that Atelier brings; those published here begin with 2 and are never changed. */
const POLICIES = `
  CREATE TABLE approval_policies (
    version integer PRIMARY KEY CHECK (version >= 2),
    content jsonb NOT NULL,
    note text NOT NULL,
    published_by text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE FUNCTION approval_keep_policies() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'a published policy stays as it is' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER approval_policies_stay BEFORE UPDATE OR DELETE ON approval_policies
    FOR EACH ROW EXECUTE FUNCTION approval_keep_policies();`;

/** Who must not decide about whom. The last word is the database's: no decision by somebody with a conflict. */
const CONFLICTS = `
  CREATE TABLE approval_conflicts (
    id text PRIMARY KEY,
    reviewer_id text NOT NULL REFERENCES access_people (id),
    artist_id text NOT NULL REFERENCES access_people (id),
    submission_id text NOT NULL REFERENCES approval_submissions (id),
    reason text NOT NULL,
    declared_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    CHECK (reviewer_id <> artist_id)
  );
  CREATE UNIQUE INDEX approval_conflicts_pair ON approval_conflicts (reviewer_id, artist_id) WHERE withdrawn_at IS NULL;

  CREATE FUNCTION approval_check_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM approval_conflicts c WHERE c.reviewer_id = NEW.reviewer_id AND c.artist_id = NEW.author_id
                 AND c.withdrawn_at IS NULL)
      OR EXISTS (SELECT 1 FROM approval_submissions s WHERE s.id = NEW.submission_id AND NEW.reviewer_id = ANY (s.co_author_ids))
    THEN
      RAISE EXCEPTION 'nobody decides where they have a conflict of interest' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'approval_no_conflict_of_interest';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_decisions_conflict BEFORE INSERT ON approval_decisions
    FOR EACH ROW EXECUTE FUNCTION approval_check_conflict();`;

const DESK = `
  CREATE TABLE approval_skips (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id text NOT NULL REFERENCES approval_submissions (id),
    reviewer_id text NOT NULL,
    reason text NOT NULL CHECK (reason IN ('language', 'subject', 'distress', 'unsure', 'technical')),
    note text,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX approval_skips_reviewer ON approval_skips (reviewer_id, at);
  CREATE INDEX approval_skips_submission ON approval_skips (submission_id);
  CREATE TABLE approval_notes (
    id text PRIMARY KEY,
    submission_id text NOT NULL REFERENCES approval_submissions (id),
    author_id text NOT NULL,
    at_seconds double precision NOT NULL CHECK (at_seconds >= 0),
    until_seconds double precision CHECK (until_seconds > at_seconds),
    text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
    is_for_artist boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX approval_notes_submission ON approval_notes (submission_id, id);
  CREATE TABLE approval_desks (
    person_id text PRIMARY KEY REFERENCES access_people (id),
    settings jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  );`;

const BATCHES = `
  CREATE TABLE approval_batches (
    id text PRIMARY KEY,
    reviewer_id text NOT NULL REFERENCES access_people (id),
    verb text NOT NULL CHECK (verb IN ('approve', 'requestChanges', 'decline')),
    input jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE approval_batch_items (
    batch_id text NOT NULL REFERENCES approval_batches (id),
    place integer NOT NULL,
    submission_id text NOT NULL,
    result text CHECK (result IN ('done', 'refused', 'undone')),
    code text,
    PRIMARY KEY (batch_id, place),
    UNIQUE (batch_id, submission_id)
  );`;

/** Second looks at decisions that stand: drawn by a seed whose hash is public beforehand. They change no decision. */
const OPINIONS = `
  CREATE TABLE approval_sample_seeds (
    day date PRIMARY KEY,
    seed text NOT NULL,
    commitment text NOT NULL,
    share double precision NOT NULL CHECK (share BETWEEN 0 AND 1)
  );
  CREATE TABLE approval_opinions (
    id text PRIMARY KEY,
    decision_id text NOT NULL UNIQUE,
    submission_id text NOT NULL,
    author_id text NOT NULL,
    first_reviewer_id text NOT NULL,
    first_outcome text NOT NULL CHECK (first_outcome IN ('approved', 'declined', 'changes_requested')),
    second_reviewer_id text,
    second_outcome text CHECK (second_outcome IN ('approved', 'declined', 'changes_requested')),
    ground text,
    facts text,
    created_at timestamptz NOT NULL DEFAULT now(),
    given_at timestamptz,
    FOREIGN KEY (decision_id, submission_id, first_reviewer_id) REFERENCES approval_decisions (id, submission_id, reviewer_id),
    FOREIGN KEY (submission_id, author_id) REFERENCES approval_submissions (id, person_id),
    CONSTRAINT approval_opinion_is_another_person CHECK (second_reviewer_id <> first_reviewer_id AND second_reviewer_id <> author_id),
    CONSTRAINT approval_opinion_is_whole CHECK ((second_reviewer_id IS NULL) = (second_outcome IS NULL)
      AND (second_outcome IS NULL) = (given_at IS NULL))
  );
  CREATE INDEX approval_opinions_open ON approval_opinions (id) WHERE given_at IS NULL;
  CREATE INDEX approval_opinions_given ON approval_opinions (given_at) WHERE given_at IS NOT NULL;`;

/**
 * Seconds of office time (Monday to Friday, 9 to 17 UTC) since Monday, 5 January 1970: the difference of two of them is
 * the office time between. The same rule as domain/office-time.ts; a test compares the two.
 */
const OFFICE_TIME = `
  CREATE FUNCTION approval_office_seconds(at timestamptz) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (floor(d / 7) * 5 + least(d - floor(d / 7) * 7, 5)) * 28800
      + CASE WHEN d - floor(d / 7) * 7 < 5 THEN least(greatest(s - d * 86400 - 32400, 0), 28800) ELSE 0 END
    FROM (SELECT s, floor(s / 86400) AS d FROM (SELECT extract(epoch FROM at)::double precision - 345600 AS s) AS seconds) AS days
  $$;`;

/** Review as people do it: policies, claims, notes, conflicts, staged decisions, bulk, second opinions. */
export class Review1764000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SUBMISSIONS, STANCES, POLICIES, CONFLICTS, DESK, BATCHES, OPINIONS, OFFICE_TIME])
      await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
