import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Blind review, decisions with reserve, awards in steps, events with seats. */
export class GrantsRounds1764000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALLS);
    await runner.query(REVIEWS);
    await runner.query(AWARDS);
    await runner.query(EVENTS);
    for (const name of ['reviews', 'awards', 'milestones', 'amendments', 'events', 'seats', 'expenses'])
      await runner.query(historyTable(`grants_${name}_history`, `grants_${name}`));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const CALLS = `
  ALTER TABLE grants_calls
    ADD COLUMN eligibility text NOT NULL DEFAULT '',
    ADD COLUMN rubric jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN closes_at timestamptz,
    ADD COLUMN quorum integer NOT NULL DEFAULT 2 CHECK (quorum BETWEEN 2 AND 9),
    ADD COLUMN yearly_cap integer CHECK (yearly_cap > 0),
    ADD COLUMN finalists integer NOT NULL DEFAULT 0 CHECK (finalists >= 0),
    ADD COLUMN stipend bigint NOT NULL DEFAULT 0 CHECK (stipend >= 0),
    ADD COLUMN opened_at timestamptz,
    ADD COLUMN ranked_at timestamptz,
    ADD COLUMN decided_at timestamptz;
  UPDATE grants_calls SET closes_at = decides_at WHERE closes_at IS NULL;
  ALTER TABLE grants_calls ALTER COLUMN closes_at SET NOT NULL;
  ALTER TABLE grants_calls ADD CHECK (closes_at <= decides_at);
  CREATE INDEX grants_calls_closing ON grants_calls (closes_at) WHERE state = 'open';

  ALTER TABLE grants_applications
    ADD COLUMN team text NOT NULL DEFAULT '',
    ADD COLUMN budget_lines jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN works jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN collaborators jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN handed_in_at timestamptz,
    ADD COLUMN is_finalist boolean NOT NULL DEFAULT false,
    ADD COLUMN reserve_place integer CHECK (reserve_place > 0),
    ADD COLUMN reserve_amount bigint CHECK (reserve_amount > 0),
    ADD COLUMN rank integer,
    ADD COLUMN plan jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN departure text,
    ADD COLUMN decided_by text REFERENCES access_people (id),
    ADD COLUMN decided_at timestamptz,
    ADD CHECK (decided_by <> person_id),
    DROP CONSTRAINT grants_applications_state_check,
    ADD CONSTRAINT grants_applications_state_check CHECK (state IN
      ('draft', 'submitted', 'in_review', 'reserve', 'awarded', 'turned_down', 'declined', 'withdrawn')),
    ADD CHECK (state <> 'reserve' OR (reasons IS NOT NULL AND reserve_place IS NOT NULL AND reserve_amount IS NOT NULL));
  UPDATE grants_applications SET handed_in_at = created_at WHERE state <> 'draft';
  CREATE UNIQUE INDEX grants_applications_reserve ON grants_applications (call_id, reserve_place) WHERE state = 'reserve';

  CREATE TABLE grants_questions (
    id text PRIMARY KEY,
    call_id text NOT NULL REFERENCES grants_calls (id),
    person_id text NOT NULL REFERENCES access_people (id),
    question text NOT NULL,
    answer text,
    answered_by text REFERENCES access_people (id),
    answered_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX grants_questions_call ON grants_questions (call_id, id DESC);`;

const REVIEWS = `
  CREATE TABLE grants_panel (
    call_id text NOT NULL REFERENCES grants_calls (id),
    person_id text NOT NULL REFERENCES access_people (id),
    team text NOT NULL DEFAULT '',
    added_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (call_id, person_id)
  );

  CREATE TABLE grants_reviews (
    id text PRIMARY KEY,
    call_id text NOT NULL REFERENCES grants_calls (id),
    application_id text NOT NULL REFERENCES grants_applications (id),
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
    FOREIGN KEY (call_id, reviewer_id) REFERENCES grants_panel (call_id, person_id)
  );
  CREATE INDEX grants_reviews_mine ON grants_reviews (reviewer_id, state, id DESC);
  CREATE INDEX grants_reviews_call ON grants_reviews (call_id);

  CREATE TABLE grants_conflicts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id text NOT NULL REFERENCES grants_calls (id),
    application_id text NOT NULL REFERENCES grants_applications (id),
    reviewer_id text NOT NULL REFERENCES access_people (id),
    kind text NOT NULL CHECK (kind IN ('own', 'co_author', 'same_team', 'declared', 'recused')),
    note text NOT NULL DEFAULT '',
    at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (application_id, reviewer_id, kind)
  );
  CREATE INDEX grants_conflicts_call ON grants_conflicts (call_id);

  CREATE FUNCTION grants_review_is_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM grants_applications a JOIN grants_panel p ON p.call_id = a.call_id AND p.person_id = NEW.reviewer_id
               WHERE a.id = NEW.application_id AND (a.person_id = NEW.reviewer_id
                 OR a.collaborators @> jsonb_build_array(jsonb_build_object('personId', NEW.reviewer_id))
                 OR (btrim(p.team) <> '' AND lower(btrim(p.team)) = lower(btrim(a.team)))))
       OR EXISTS (SELECT 1 FROM grants_conflicts c WHERE c.application_id = NEW.application_id AND c.reviewer_id = NEW.reviewer_id) THEN
      RAISE EXCEPTION 'review %: the reviewer has a conflict of interest', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER grants_reviews_impartial BEFORE INSERT OR UPDATE OF state ON grants_reviews
    FOR EACH ROW WHEN (NEW.state <> 'recused') EXECUTE FUNCTION grants_review_is_impartial();`;

const AWARDS = `
  CREATE TABLE grants_awards (
    id text PRIMARY KEY,
    call_id text NOT NULL REFERENCES grants_calls (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    application_id text NOT NULL UNIQUE REFERENCES grants_applications (id),
    person_id text NOT NULL REFERENCES access_people (id),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    agreement text NOT NULL,
    agreement_hash text NOT NULL,
    offer_until timestamptz NOT NULL,
    accepted_at timestamptz,
    accepted_hash text,
    accepted_from text,
    report text,
    ended_by text REFERENCES access_people (id),
    end_reasons text,
    appeal_until timestamptz,
    appeal text,
    appeal_answer text,
    appeal_answered_by text REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('offered', 'active', 'ending', 'appealed', 'reported', 'terminated', 'turned_down')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (appeal_answered_by <> ended_by),
    CHECK (ended_by <> person_id),
    CHECK (accepted_hash IS NOT NULL OR state IN ('offered', 'turned_down'))
  );
  CREATE INDEX grants_awards_person ON grants_awards (person_id, id DESC);
  CREATE INDEX grants_awards_call ON grants_awards (call_id, id DESC);
  CREATE INDEX grants_awards_waiting ON grants_awards (state, offer_until, appeal_until) WHERE state IN ('offered', 'ending');

  CREATE TABLE grants_milestones (
    id text PRIMARY KEY,
    award_id text NOT NULL REFERENCES grants_awards (id),
    position integer NOT NULL,
    title text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    due_at timestamptz NOT NULL,
    is_at_start boolean NOT NULL DEFAULT false,
    evidence text,
    links jsonb NOT NULL DEFAULT '[]',
    answer text,
    answered_by text,
    answer_until timestamptz,
    state text NOT NULL CHECK (state IN ('planned', 'submitted', 'changes_requested', 'accepted', 'cancelled')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'submitted' OR (evidence IS NOT NULL AND answer_until IS NOT NULL))
  );
  CREATE INDEX grants_milestones_award ON grants_milestones (award_id, position);
  CREATE INDEX grants_milestones_unanswered ON grants_milestones (answer_until) WHERE state = 'submitted';

  CREATE TABLE grants_amendments (
    id text PRIMARY KEY,
    award_id text NOT NULL REFERENCES grants_awards (id),
    reason text NOT NULL,
    plan jsonb NOT NULL,
    replaces jsonb NOT NULL,
    proposed_by text NOT NULL REFERENCES access_people (id),
    answered_by text REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('proposed', 'agreed', 'rejected')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'agreed' OR (answered_by IS NOT NULL AND answered_by <> proposed_by))
  );
  CREATE UNIQUE INDEX grants_amendments_open ON grants_amendments (award_id) WHERE state = 'proposed';`;

const EVENTS = `
  CREATE TABLE grants_events (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    title text NOT NULL,
    description text NOT NULL,
    place text NOT NULL,
    accessibility text NOT NULL DEFAULT '',
    code_of_conduct text NOT NULL DEFAULT '',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    time_zone text NOT NULL,
    seats integer NOT NULL CHECK (seats > 0),
    admission text NOT NULL CHECK (admission IN ('draw', 'first_come')),
    yearly_cap integer CHECK (yearly_cap > 0),
    stipend bigint NOT NULL DEFAULT 0 CHECK (stipend >= 0),
    expenses bigint NOT NULL DEFAULT 0 CHECK (expenses >= 0),
    currency text NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'settled', 'cancelled')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (closes_at <= starts_at AND starts_at < ends_at)
  );
  CREATE INDEX grants_events_program ON grants_events (program_id, id DESC);
  CREATE INDEX grants_events_closing ON grants_events (closes_at) WHERE state = 'open';

  CREATE TABLE grants_seats (
    id text PRIMARY KEY,
    event_id text NOT NULL REFERENCES grants_events (id),
    person_id text NOT NULL REFERENCES access_people (id),
    needs text NOT NULL DEFAULT '',
    place integer,
    marked_by text REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('registered', 'seated', 'waitlisted', 'given_up', 'attended', 'absent')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (event_id, person_id),
    CHECK (marked_by <> person_id)
  );
  CREATE INDEX grants_seats_event ON grants_seats (event_id, state, place);
  CREATE INDEX grants_seats_person ON grants_seats (person_id, id DESC);

  CREATE TABLE grants_expenses (
    id text PRIMARY KEY,
    event_id text NOT NULL REFERENCES grants_events (id),
    seat_id text NOT NULL REFERENCES grants_seats (id),
    person_id text NOT NULL REFERENCES access_people (id),
    amount bigint NOT NULL CHECK (amount > 0),
    what text NOT NULL,
    receipt text NOT NULL DEFAULT '',
    answer text,
    answered_by text REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('claimed', 'approved', 'declined')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (answered_by <> person_id),
    CHECK (answer IS NOT NULL OR state <> 'declined')
  );
  CREATE INDEX grants_expenses_event ON grants_expenses (event_id, id DESC);
  CREATE INDEX grants_expenses_seat ON grants_expenses (seat_id);`;
