import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Feedback that the programme asks for: a price by constraint, a form frozen for whoever accepted it, one seat for each
 * artist; and pay taken back by two people.
 */
export class FeedbackTasks1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASKS);
    await runner.query(SEATS);
    await runner.query(VOIDS);
    for (const name of ['tasks', 'seats', 'voids'])
      await runner.query(historyTable(`feedback_${name}_history`, `feedback_${name}`));
    await runner.query(`
      CREATE TRIGGER feedback_seats_own_step BEFORE INSERT ON feedback_seats_history
      FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('feedback_seats', 'retake,submit,release')`);
    await runner.query(`
      CREATE TRIGGER feedback_voids_own_step BEFORE INSERT ON feedback_voids_history
      FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('feedback_voids', '')`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const TASKS = `
  CREATE TABLE feedback_tasks (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    title text NOT NULL CHECK (char_length(title) BETWEEN 3 AND 120),
    intro text NOT NULL CHECK (char_length(intro) <= 5000),
    state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'cancelled')),
    seats integer NOT NULL CHECK (seats BETWEEN 1 AND 1000),
    due_at timestamptz NOT NULL,
    form_version integer NOT NULL DEFAULT 1,
    currency text NOT NULL,
    held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
    created_by text NOT NULL REFERENCES access_people (id),
    published_at timestamptz,
    settled_at timestamptz,
    answer text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT feedback_task_says_why CHECK (state <> 'cancelled' OR published_at IS NULL
      OR coalesce(char_length(answer), 0) > 0),
    CONSTRAINT feedback_task_holds_its_money CHECK (state <> 'open' OR held > 0)
  );
  CREATE INDEX feedback_tasks_program ON feedback_tasks (program_id, state, id);
  CREATE INDEX feedback_tasks_unsettled ON feedback_tasks (due_at)
    WHERE published_at IS NOT NULL AND settled_at IS NULL;

  CREATE TABLE feedback_task_forms (
    task_id text NOT NULL REFERENCES feedback_tasks (id),
    version integer NOT NULL CHECK (version > 0),
    form jsonb NOT NULL,
    price bigint NOT NULL CHECK (price > 0),
    kill_fee bigint NOT NULL CHECK (kill_fee * 4 >= price AND kill_fee <= price),
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    made_by text NOT NULL REFERENCES access_people (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (task_id, version)
  );
  ALTER TABLE feedback_tasks ADD FOREIGN KEY (id, form_version)
    REFERENCES feedback_task_forms (task_id, version) DEFERRABLE INITIALLY DEFERRED;
`;

const SEATS = `
  CREATE TABLE feedback_seats (
    id text PRIMARY KEY,
    task_id text NOT NULL,
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    form_version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('taken', 'submitted', 'accepted', 'released', 'expired', 'cancelled', 'voided')),
    draft jsonb NOT NULL DEFAULT '{}',
    answers jsonb,
    is_partial boolean NOT NULL DEFAULT false,
    share text CHECK (share IN ('full', 'partial', 'kill_fee')),
    amount bigint CHECK (amount > 0),
    claimed_minutes integer CHECK (claimed_minutes > 0),
    minutes integer CHECK (minutes > 0),
    time_state text NOT NULL DEFAULT 'none' CHECK (time_state IN ('none', 'confirmed', 'capped', 'settled')),
    time_answer text,
    answer text,
    taken_at timestamptz NOT NULL DEFAULT now(),
    submitted_at timestamptz,
    decide_by timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (task_id, person_id),
    FOREIGN KEY (task_id, form_version) REFERENCES feedback_task_forms (task_id, version),
    CONSTRAINT feedback_seat_is_answered CHECK (state NOT IN ('submitted', 'accepted')
      OR (answers IS NOT NULL AND submitted_at IS NOT NULL AND decide_by IS NOT NULL AND minutes IS NOT NULL)),
    CONSTRAINT feedback_seat_is_paid CHECK (state NOT IN ('accepted', 'cancelled')
      OR (share IS NOT NULL AND amount IS NOT NULL)),
    CONSTRAINT feedback_seat_time_is_told CHECK ((time_state = 'none') = (claimed_minutes IS NULL)),
    CONSTRAINT feedback_seat_time_is_capped_with_a_look CHECK (minutes = claimed_minutes OR time_state IN ('capped', 'settled'))
  );
  CREATE INDEX feedback_seats_person ON feedback_seats (person_id, id);
  CREATE INDEX feedback_seats_decide ON feedback_seats (decide_by, id) WHERE state = 'submitted';
  CREATE INDEX feedback_seats_taken ON feedback_seats (task_id) WHERE state = 'taken';
`;

const VOIDS = `
  CREATE TABLE feedback_voids (
    id text PRIMARY KEY,
    subject text NOT NULL CHECK (subject IN ('feedback', 'task_seat')),
    subject_id text NOT NULL,
    pay_ref text NOT NULL,
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'dropped', 'overturned')),
    reason text NOT NULL
      CHECK (reason IN ('copied', 'bulk_made', 'not_done', 'shared_account', 'paid_by_mistake')),
    facts text NOT NULL CHECK (char_length(facts) BETWEEN 20 AND 5000),
    proposed_by text NOT NULL REFERENCES access_people (id),
    decided_by text REFERENCES access_people (id),
    answer text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT feedback_void_by_two CHECK (decided_by <> proposed_by OR state = 'dropped'),
    CONSTRAINT feedback_void_not_own CHECK (proposed_by <> person_id AND decided_by <> person_id),
    CONSTRAINT feedback_void_is_decided CHECK (state NOT IN ('confirmed', 'overturned') OR decided_by IS NOT NULL)
  );
  CREATE UNIQUE INDEX feedback_voids_one ON feedback_voids (subject, subject_id) WHERE state IN ('proposed', 'confirmed');
  CREATE INDEX feedback_voids_person ON feedback_voids (person_id, id);
  CREATE INDEX feedback_voids_open ON feedback_voids (id) WHERE state = 'proposed';
`;
