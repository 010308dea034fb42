import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Cohorts of artists, terms that lapse without a new consent, and the answers to "may I?". */
export class Rulings1764000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE enrollment_enrollments ADD COLUMN cohort_id text REFERENCES program_cohorts (id);
      CREATE INDEX enrollment_enrollments_cohort ON enrollment_enrollments (cohort_id, id) WHERE cohort_id IS NOT NULL;
      CREATE INDEX enrollment_consents_terms ON enrollment_consents (terms_id);

      CREATE TABLE enrollment_rulings (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        asker_id text NOT NULL REFERENCES access_people (id),
        topic text NOT NULL,
        is_confidential boolean NOT NULL,
        question text NOT NULL,
        context text NOT NULL,
        clause_id text,
        terms_version integer,
        state text NOT NULL CHECK (state IN ('asked', 'ruled', 'granted', 'withdrawn')),
        outcome text CHECK (outcome IN ('yes', 'no', 'conditions')),
        answer text,
        conditions text,
        ruler_id text REFERENCES access_people (id),
        asked_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL,
        decided_at timestamptz,
        precedent_question text,
        precedent_answer text,
        published_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now(),
        search tsvector GENERATED ALWAYS AS (
          setweight(to_tsvector('english', coalesce(precedent_question, '')), 'A') ||
          setweight(to_tsvector('english', coalesce(precedent_answer, '')), 'B') ||
          setweight(to_tsvector('simple', coalesce(clause_id, '')), 'A')) STORED,
        CHECK ((state IN ('ruled', 'granted')) = (outcome IS NOT NULL AND answer IS NOT NULL AND decided_at IS NOT NULL)),
        CHECK (outcome IS DISTINCT FROM 'conditions' OR conditions IS NOT NULL),
        CHECK (state <> 'ruled' OR ruler_id IS NOT NULL),
        -- Silence is a yes, of nobody, and never about what is secret.
        CHECK (state <> 'granted' OR (ruler_id IS NULL AND outcome = 'yes' AND NOT is_confidential AND decided_at >= due_at)),
        CHECK (published_at IS NULL OR (precedent_question IS NOT NULL AND precedent_answer IS NOT NULL)),
        CHECK (ruler_id IS DISTINCT FROM asker_id)
      );
      CREATE INDEX enrollment_rulings_due ON enrollment_rulings (due_at, id) WHERE state = 'asked';
      CREATE INDEX enrollment_rulings_asker ON enrollment_rulings (asker_id, id);
      CREATE INDEX enrollment_rulings_published ON enrollment_rulings (id) WHERE published_at IS NOT NULL;
      CREATE INDEX enrollment_rulings_search ON enrollment_rulings USING gin (search) WHERE published_at IS NOT NULL;

      -- Whoever rules has no stake: not the asker, not the programme's owner, nobody who published or moved the programme
      -- or holds a manager's role. What is ruled binds: it is never changed afterwards.
      CREATE FUNCTION enrollment_guard_ruling() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'a question and its ruling stay on record' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.state IN ('ruled', 'granted') THEN
          RAISE EXCEPTION 'a ruling binds: it is never changed' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.ruler_id IS NOT NULL AND (
          EXISTS (SELECT 1 FROM program_programs WHERE id = NEW.program_id AND owner_id = NEW.ruler_id)
          OR EXISTS (SELECT 1 FROM program_versions WHERE program_id = NEW.program_id AND published_by = NEW.ruler_id)
          OR EXISTS (SELECT 1 FROM program_programs_history WHERE subject_id = NEW.program_id AND actor_id = NEW.ruler_id)
          OR EXISTS (SELECT 1 FROM access_people WHERE id = NEW.ruler_id AND roles && ARRAY['manager']::text[])
        ) THEN
          RAISE EXCEPTION 'the programme''s own managers do not rule on it' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER enrollment_rulings_guard BEFORE INSERT OR UPDATE OR DELETE ON enrollment_rulings
        FOR EACH ROW EXECUTE FUNCTION enrollment_guard_ruling();
    `);
    await runner.query(historyTable('enrollment_rulings_history', 'enrollment_rulings'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
