import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Money owed to artists, one row per fact that earned it. */
export class Compensation1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE compensation_earnings (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        person_id text NOT NULL REFERENCES access_people (id),
        category text NOT NULL CHECK (category IN ('service', 'prize', 'royalty', 'reimbursement')),
        cause_type text NOT NULL,
        cause_id text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        currency text NOT NULL,
        source text NOT NULL,
        rate_card_version integer,
        rate_item text,
        evidence jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL CHECK (state IN ('unfunded', 'due', 'in_payout', 'paid')),
        payout_id text,
        earned_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL DEFAULT now(),
        paid_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (cause_type, cause_id),
        CHECK ((rate_item IS NULL) = (rate_card_version IS NULL)),
        CHECK ((payout_id IS NOT NULL) = (state IN ('in_payout', 'paid'))),
        CHECK ((paid_at IS NOT NULL) = (state = 'paid'))
      );
      CREATE INDEX compensation_earnings_person ON compensation_earnings (person_id, id DESC);
      CREATE INDEX compensation_earnings_program ON compensation_earnings (program_id, id DESC);
      CREATE INDEX compensation_earnings_state ON compensation_earnings (state, id DESC);
      CREATE INDEX compensation_earnings_due ON compensation_earnings (program_id, currency, person_id)
        INCLUDE (amount, due_at) WHERE state = 'due';
      CREATE INDEX compensation_earnings_unfunded ON compensation_earnings (id) WHERE state = 'unfunded';
      CREATE INDEX compensation_earnings_payout ON compensation_earnings (payout_id) WHERE payout_id IS NOT NULL;
    `);
    await runner.query(historyTable('compensation_earnings_history', 'compensation_earnings'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
