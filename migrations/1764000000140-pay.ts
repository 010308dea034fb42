import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Terms of payment, tax withheld, corrections by reversal, and the time that tasks took. */
export class Pay1764000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EARNINGS);
    await runner.query(TIMES);
    await runner.query(CORRECTIONS);
    await runner.query(historyTable('compensation_corrections_history', 'compensation_corrections'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const EARNINGS = `
  ALTER TABLE compensation_earnings
    ADD COLUMN pay_by timestamptz,
    ADD COLUMN late_basis_points integer NOT NULL DEFAULT 0 CHECK (late_basis_points >= 0),
    ADD COLUMN source_country text CHECK (source_country ~ '^[A-Z]{2}$'),
    ADD COLUMN withheld bigint NOT NULL DEFAULT 0,
    ADD COLUMN tax_revision integer NOT NULL DEFAULT 0,
    ADD CHECK (withheld >= 0 AND withheld < amount),
    DROP CONSTRAINT compensation_earnings_state_check,
    ADD CONSTRAINT compensation_earnings_state_check
      CHECK (state IN ('unfunded', 'due', 'in_payout', 'paid', 'reversed'));
  UPDATE compensation_earnings SET pay_by = due_at + interval '10 days';
  ALTER TABLE compensation_earnings ALTER COLUMN pay_by SET NOT NULL;
  DROP INDEX compensation_earnings_due;
  CREATE INDEX compensation_earnings_due ON compensation_earnings (program_id, currency, person_id)
    INCLUDE (amount, withheld, due_at) WHERE state = 'due';
  CREATE INDEX compensation_earnings_late ON compensation_earnings (pay_by) WHERE state IN ('unfunded', 'due', 'in_payout');`;

const TIMES = `
  CREATE TABLE compensation_task_times (
    seat_id text PRIMARY KEY,
    task_id text NOT NULL,
    program_id text NOT NULL REFERENCES program_programs (id),
    person_id text NOT NULL REFERENCES access_people (id),
    currency text NOT NULL,
    estimated_minutes integer NOT NULL CHECK (estimated_minutes > 0),
    minutes integer CHECK (minutes > 0),
    is_settled boolean NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX compensation_task_times_program ON compensation_task_times (program_id);`;

const CORRECTIONS = `
  CREATE TABLE compensation_corrections (
    id text PRIMARY KEY,
    earning_id text NOT NULL REFERENCES compensation_earnings (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    person_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'withdrawn')),
    reason text NOT NULL CHECK (reason IN ('counted_twice', 'wrong_amount', 'wrong_person', 'not_done')),
    note text NOT NULL,
    right_amount bigint NOT NULL CHECK (right_amount >= 0),
    proposed_by text NOT NULL REFERENCES access_people (id),
    decided_by text REFERENCES access_people (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state <> 'confirmed' OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
    CHECK (proposed_by <> person_id AND (decided_by IS NULL OR decided_by <> person_id))
  );
  CREATE UNIQUE INDEX compensation_corrections_open ON compensation_corrections (earning_id) WHERE state = 'proposed';
  CREATE INDEX compensation_corrections_newest ON compensation_corrections (id DESC);`;
