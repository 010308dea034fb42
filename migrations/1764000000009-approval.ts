import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Submissions and what was decided about them. */
const SUBMISSIONS = `
  CREATE TABLE approval_submissions (
    id text PRIMARY KEY,
    generation_id text NOT NULL REFERENCES generation_generations (id),
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'declined',
      'published', 'withdrawn', 'escalated', 'taken_down')),
    title text NOT NULL,
    description text NOT NULL,
    rights jsonb NOT NULL,
    labels text[] NOT NULL,
    audience text NOT NULL CHECK (audience IN ('wide', 'press', 'festival', 'portfolio')),
    embargo_until timestamptz,
    terms_version integer NOT NULL,
    clause_ids text[] NOT NULL,
    clip_seconds double precision NOT NULL CHECK (clip_seconds > 0),
    risk text NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
    risk_because text[] NOT NULL,
    submitted_at timestamptz,
    due_at timestamptz,
    clock_stopped_at timestamptz,
    claimed_by text,
    claimed_until timestamptz,
    escalated_by text,
    escalated_at timestamptz,
    note text,
    decided_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT approval_submissions_author UNIQUE (id, person_id),
    CONSTRAINT approval_claim_is_not_the_author CHECK (claimed_by <> person_id),
    CONSTRAINT approval_claim_has_an_end CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
    CONSTRAINT approval_clock_runs CHECK (state IN ('draft', 'withdrawn') OR (submitted_at IS NOT NULL AND due_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX approval_submissions_open ON approval_submissions (generation_id)
    WHERE state NOT IN ('withdrawn', 'declined', 'taken_down');
  CREATE INDEX approval_submissions_person ON approval_submissions (person_id, id);
  CREATE INDEX approval_submissions_queue ON approval_submissions (due_at, id)
    WHERE state IN ('submitted', 'in_review', 'escalated');
  CREATE INDEX approval_submissions_claims ON approval_submissions (claimed_until) WHERE state = 'in_review';
  CREATE INDEX approval_submissions_embargo ON approval_submissions (embargo_until) WHERE state = 'approved';
  ${historyTable('approval_submissions_history', 'approval_submissions')}`;

/** The author's id stands in every decision and is tied to the submission, so that "not one's own" is a CHECK. */
const DECISIONS = `
  CREATE TABLE approval_decisions (
    id text PRIMARY KEY,
    submission_id text NOT NULL,
    author_id text NOT NULL,
    reviewer_id text NOT NULL,
    reviewer_role text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('approved', 'declined', 'changes_requested', 'taken_down')),
    note text,
    statement jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (submission_id, author_id) REFERENCES approval_submissions (id, person_id),
    CONSTRAINT approval_decisions_decider UNIQUE (id, submission_id, reviewer_id),
    CONSTRAINT approval_nobody_decides_about_their_own CHECK (reviewer_id <> author_id),
    CONSTRAINT approval_no_refusal_without_statement CHECK (outcome NOT IN ('declined', 'taken_down') OR
      (statement ? 'ground' AND statement ? 'clauseId' AND statement ? 'termsVersion' AND statement ? 'remedy'
       AND statement ? 'appealUntil' AND char_length(statement ->> 'facts') >= 20) IS TRUE)
  );
  CREATE INDEX approval_decisions_submission ON approval_decisions (submission_id, id);
  CREATE INDEX approval_decisions_at ON approval_decisions (at);

  CREATE FUNCTION approval_keep_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'approval_decisions is append-only' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER approval_decisions_stay BEFORE UPDATE OR DELETE ON approval_decisions
    FOR EACH ROW EXECUTE FUNCTION approval_keep_decisions();`;

/** The decider is copied into the appeal under a foreign key, so that "another person" is a CHECK as well. */
const APPEALS = `
  CREATE TABLE approval_appeals (
    id text PRIMARY KEY,
    submission_id text NOT NULL,
    decision_id text NOT NULL UNIQUE,
    program_id text NOT NULL REFERENCES program_programs (id),
    decided_by text NOT NULL,
    appellant_id text NOT NULL,
    state text NOT NULL CHECK (state IN ('filed', 'in_review', 'upheld', 'overturned', 'partly_overturned')),
    grounds text NOT NULL,
    hearer_id text,
    reasons text,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (submission_id, appellant_id) REFERENCES approval_submissions (id, person_id),
    FOREIGN KEY (decision_id, submission_id, decided_by) REFERENCES approval_decisions (id, submission_id, reviewer_id),
    CONSTRAINT approval_appeal_is_heard_by_another CHECK (hearer_id <> decided_by AND hearer_id <> appellant_id),
    CONSTRAINT approval_appeal_is_answered CHECK (state IN ('filed', 'in_review') OR
      (hearer_id IS NOT NULL AND closed_at IS NOT NULL AND coalesce(char_length(reasons), 0) >= 20)),
    CONSTRAINT approval_appeal_has_a_hearer CHECK (state = 'filed' OR hearer_id IS NOT NULL)
  );
  CREATE INDEX approval_appeals_person ON approval_appeals (appellant_id, id);
  CREATE INDEX approval_appeals_open ON approval_appeals (id) WHERE state IN ('filed', 'in_review');
  CREATE INDEX approval_appeals_submission ON approval_appeals (submission_id, id);
  ${historyTable('approval_appeals_history', 'approval_appeals')}

  CREATE FUNCTION approval_check_hearer() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM approval_decisions d
               WHERE d.submission_id = NEW.submission_id AND d.reviewer_id = NEW.hearer_id)
      OR EXISTS (SELECT 1 FROM approval_submissions_history h
                 WHERE h.subject_id = NEW.submission_id AND h.actor_id = NEW.hearer_id)
    THEN
      RAISE EXCEPTION 'an appeal is heard by somebody who took no part' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'approval_appeal_is_heard_by_another';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_appeals_hearer BEFORE INSERT OR UPDATE OF hearer_id ON approval_appeals
    FOR EACH ROW WHEN (NEW.hearer_id IS NOT NULL) EXECUTE FUNCTION approval_check_hearer();`;

const WORKS = `
  CREATE TABLE approval_works (
    id text PRIMARY KEY,
    submission_id text NOT NULL UNIQUE REFERENCES approval_submissions (id),
    generation_id text NOT NULL REFERENCES generation_generations (id),
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    slug text NOT NULL UNIQUE,
    title text NOT NULL,
    description text NOT NULL,
    labels text[] NOT NULL,
    audience text NOT NULL,
    is_listed boolean NOT NULL DEFAULT true,
    is_taken_down boolean NOT NULL DEFAULT false,
    published_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX approval_works_gallery ON approval_works (id) WHERE is_listed AND NOT is_taken_down AND audience = 'wide';
  CREATE INDEX approval_works_person ON approval_works (person_id, id);`;

/** Sharing: submissions, decisions, appeals, works. Separation of persons is held by constraints, not by code alone. */
export class Approval1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SUBMISSIONS, DECISIONS, APPEALS, WORKS]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
