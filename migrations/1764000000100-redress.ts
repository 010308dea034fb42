import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

const KINDS = `'submission_declined', 'work_taken_down', 'application_declined', 'enrollment_suspended', 'key_quarantined',
  'key_revoked', 'generation_refused', 'feedback_declined', 'earning_voided', 'grant_declined', 'grant_terminated',
  'expense_declined', 'account_closed'`;

/** One shape for every adverse act. What makes it whole is a CHECK; what was written is never rewritten. */
const STATEMENTS = `
  CREATE TABLE redress_statements (
    id text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN (${KINDS})),
    subject_id text NOT NULL,
    act_id text NOT NULL,
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text,
    ground text NOT NULL,
    rule_source text NOT NULL CHECK (rule_source IN ('clause', 'law', 'criterion')),
    rule_id text NOT NULL CHECK (rule_id <> ''),
    rule_version integer,
    rule_text text NOT NULL CHECK (rule_text <> ''),
    rulings text[] NOT NULL,
    facts text NOT NULL,
    timecodes jsonb NOT NULL,
    scope text NOT NULL,
    territories text[],
    ends_at timestamptz,
    remedy text NOT NULL,
    found_by_software boolean NOT NULL,
    automation text NOT NULL CHECK (automation IN ('none', 'partly', 'fully')),
    source text NOT NULL CHECK (source IN ('own', 'notice', 'flagger', 'other')),
    decided_by text NOT NULL,
    decided_by_role text NOT NULL,
    confirmed_by text,
    confirmed_by_role text,
    snapshot jsonb NOT NULL,
    evidence text[] NOT NULL,
    content_at timestamptz,
    decided_at timestamptz NOT NULL,
    appeal_until timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('held', 'in_force', 'dropped', 'annulled', 'revised', 'ended')),
    issued_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (subject_id, act_id),
    CONSTRAINT redress_statements_parties UNIQUE (id, person_id, decided_by, decided_by_role),
    CONSTRAINT redress_nobody_decides_about_themselves CHECK (decided_by <> person_id AND confirmed_by <> person_id),
    CONSTRAINT redress_second_person_is_another CHECK (confirmed_by <> decided_by),
    CONSTRAINT redress_statement_is_whole CHECK (char_length(facts) >= 20 AND char_length(remedy) >= 5
      AND (rule_source <> 'clause' OR rule_version > 0) AND appeal_until >= decided_at + interval '5 months'
      AND (ends_at IS NOT NULL OR kind <> 'enrollment_suspended')),
    CONSTRAINT redress_told_when_in_force CHECK (state IN ('held', 'dropped') OR issued_at IS NOT NULL)
  );
  CREATE INDEX redress_statements_person ON redress_statements (person_id, id);
  CREATE INDEX redress_statements_program ON redress_statements (program_id, id);
  CREATE INDEX redress_statements_kind ON redress_statements (kind, id);
  CREATE INDEX redress_statements_evidence ON redress_statements USING gin (evidence);
  ${historyTable('redress_statements_history', 'redress_statements')}

  CREATE FUNCTION redress_keep_statement() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY['state', 'issued_at', 'updated_at', 'ends_at'])
        IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'issued_at', 'updated_at', 'ends_at']) THEN
      RAISE EXCEPTION 'a statement of reasons stays as it was written' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER redress_statements_stay BEFORE UPDATE OR DELETE ON redress_statements
    FOR EACH ROW EXECUTE FUNCTION redress_keep_statement();

  -- Who took part: none of them hears an appeal or takes the second look.
  CREATE TABLE redress_participants (
    statement_id text NOT NULL REFERENCES redress_statements (id),
    person_id text NOT NULL,
    PRIMARY KEY (statement_id, person_id)
  );`;

const APPEALS = `
  CREATE TABLE redress_appeals (
    id text PRIMARY KEY,
    statement_id text NOT NULL REFERENCES redress_statements (id),
    kind text NOT NULL,
    subject_id text NOT NULL,
    program_id text,
    appellant_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('filed', 'in_review', 'upheld', 'overturned', 'partly_overturned', 'withdrawn')),
    grounds text NOT NULL,
    hearer_id text,
    reasons text,
    due_at timestamptz NOT NULL,
    closed_at timestamptz,
    restored_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT redress_appeal_is_heard_by_another CHECK (hearer_id <> appellant_id),
    CONSTRAINT redress_appeal_is_answered CHECK (state IN ('filed', 'in_review', 'withdrawn') OR
      (hearer_id IS NOT NULL AND closed_at IS NOT NULL AND coalesce(char_length(reasons), 0) >= 20)),
    CONSTRAINT redress_appeal_has_a_hearer CHECK (state IN ('filed', 'withdrawn') OR hearer_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX redress_appeals_once ON redress_appeals (statement_id) WHERE state <> 'withdrawn';
  CREATE INDEX redress_appeals_person ON redress_appeals (appellant_id, id);
  CREATE INDEX redress_appeals_open ON redress_appeals (due_at, id) WHERE state IN ('filed', 'in_review');
  CREATE INDEX redress_appeals_subject ON redress_appeals (subject_id, id);
  ${historyTable('redress_appeals_history', 'redress_appeals')}

  CREATE FUNCTION redress_check_hearer() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM redress_participants p
               WHERE p.statement_id = NEW.statement_id AND p.person_id = NEW.hearer_id) THEN
      RAISE EXCEPTION 'an appeal is heard by somebody who took no part' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'redress_appeal_is_heard_by_another';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER redress_appeals_hearer BEFORE INSERT OR UPDATE OF hearer_id ON redress_appeals
    FOR EACH ROW WHEN (NEW.hearer_id IS NOT NULL) EXECUTE FUNCTION redress_check_hearer();

  -- What both say meanwhile, read by both.
  CREATE TABLE redress_messages (
    id text PRIMARY KEY,
    appeal_id text NOT NULL REFERENCES redress_appeals (id),
    author_id text NOT NULL,
    is_by_artist boolean NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX redress_messages_appeal ON redress_messages (appeal_id, id);
  CREATE FUNCTION redress_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what was said in an appeal stays' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER redress_messages_stay BEFORE UPDATE OR DELETE ON redress_messages
    FOR EACH ROW EXECUTE FUNCTION redress_keep_message();`;

/** The guard knows that something protected happened and when; what was said in it stands nowhere here. */
const LOOKS = `
  CREATE TABLE redress_protected_acts (
    person_id text NOT NULL REFERENCES access_people (id),
    kind text NOT NULL CHECK (kind IN ('feedback', 'appeal', 'question')),
    source_id text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (kind, source_id)
  );
  CREATE INDEX redress_protected_acts_person ON redress_protected_acts (person_id, at);

  CREATE TABLE redress_looks (
    id text PRIMARY KEY,
    statement_id text NOT NULL UNIQUE REFERENCES redress_statements (id),
    program_id text,
    is_sampled boolean NOT NULL,
    timing text NOT NULL CHECK (timing IN ('before', 'after')),
    line text[] NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected', 'lapsed')),
    looker_id text,
    reasons text,
    due_at timestamptz NOT NULL,
    closed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT redress_look_has_reasons CHECK (state NOT IN ('confirmed', 'rejected') OR
      (looker_id IS NOT NULL AND closed_at IS NOT NULL AND coalesce(char_length(reasons), 0) >= 20))
  );
  CREATE INDEX redress_looks_open ON redress_looks (due_at, id) WHERE state = 'open';
  ${historyTable('redress_looks_history', 'redress_looks')}

  CREATE FUNCTION redress_check_looker() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM redress_participants p
               WHERE p.statement_id = NEW.statement_id AND p.person_id = NEW.looker_id)
      OR EXISTS (SELECT 1 FROM redress_statements s WHERE s.id = NEW.statement_id AND s.person_id = NEW.looker_id)
      OR EXISTS (SELECT 1 FROM access_people p WHERE p.id = NEW.looker_id AND p.roles && NEW.line)
    THEN
      RAISE EXCEPTION 'a second look is taken by somebody outside of the line' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'redress_look_is_outside_of_the_line';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER redress_looks_looker BEFORE INSERT OR UPDATE OF looker_id ON redress_looks
    FOR EACH ROW WHEN (NEW.looker_id IS NOT NULL) EXECUTE FUNCTION redress_check_looker();`;

/** Statements of reasons, appeals, second looks. Separation of persons is held by constraints, not by code alone. */
export class Redress1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [STATEMENTS, APPEALS, LOOKS]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
