import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Batches, payouts, what was asked of a rail, and the sandbox rail's own books. Separation of duties and "what was
 * approved is what is sent" are held by the database as well as by the workflow.
 */
export class Payouts1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BATCHES);
    await runner.query(PAYOUTS);
    await runner.query(ATTEMPTS);
    await runner.query(GUARDS);
    await runner.query(SANDBOX);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const BATCHES = `
  CREATE TABLE payouts_batches (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    state text NOT NULL CHECK (state IN ('draft', 'approved', 'sending', 'done', 'canceled')),
    drafted_by text NOT NULL REFERENCES access_people (id),
    approvals_needed integer NOT NULL CHECK (approvals_needed IN (1, 2)),
    approved_by text REFERENCES access_people (id),
    approved_at timestamptz,
    second_approved_by text REFERENCES access_people (id),
    second_approved_at timestamptz,
    total bigint NOT NULL CHECK (total > 0),
    payouts integer NOT NULL CHECK (payouts > 0),
    blocked jsonb NOT NULL DEFAULT '[]',
    content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payouts_batches_own_draft CHECK (approved_by <> drafted_by AND second_approved_by <> drafted_by),
    CONSTRAINT payouts_batches_two_people CHECK (second_approved_by <> approved_by),
    CONSTRAINT payouts_batches_in_order CHECK (second_approved_by IS NULL OR approved_by IS NOT NULL),
    CONSTRAINT payouts_batches_approved CHECK (
      state IN ('draft', 'canceled')
      OR (approved_by IS NOT NULL AND (approvals_needed = 1 OR second_approved_by IS NOT NULL)))
  );
  CREATE INDEX payouts_batches_program ON payouts_batches (program_id, id DESC);
  CREATE INDEX payouts_batches_waiting ON payouts_batches (updated_at) WHERE state IN ('approved', 'sending');
  ${historyTable('payouts_batches_history', 'payouts_batches')}`;

const PAYOUTS = `
  CREATE TABLE payouts_payouts (
    id text PRIMARY KEY,
    batch_id text NOT NULL REFERENCES payouts_batches (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    person_id text NOT NULL REFERENCES access_people (id),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    earning_ids text[] NOT NULL CHECK (cardinality(earning_ids) > 0),
    state text NOT NULL CHECK (state IN ('draft', 'approved', 'sending', 'in_transit', 'paid', 'failed', 'returned', 'canceled', 'on_hold')),
    rail text,
    rail_ref text,
    reason text,
    sent_at timestamptz,
    paid_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (batch_id, person_id),
    CHECK (state NOT IN ('in_transit', 'paid', 'returned') OR (rail IS NOT NULL AND rail_ref IS NOT NULL AND sent_at IS NOT NULL)),
    CHECK (state <> 'paid' OR paid_at IS NOT NULL)
  );
  CREATE UNIQUE INDEX payouts_payouts_rail_ref ON payouts_payouts (rail, rail_ref) WHERE rail_ref IS NOT NULL;
  CREATE INDEX payouts_payouts_person ON payouts_payouts (person_id, id DESC);
  CREATE INDEX payouts_payouts_program ON payouts_payouts (program_id, id DESC);
  CREATE INDEX payouts_payouts_waiting ON payouts_payouts (updated_at) WHERE state IN ('approved', 'sending', 'in_transit');
  ${historyTable('payouts_payouts_history', 'payouts_payouts')}`;

/** The unique indexes make one open attempt per payout and one reference per payout physical facts. */
const ATTEMPTS = `
  CREATE TABLE payouts_attempts (
    id text PRIMARY KEY,
    payout_id text NOT NULL REFERENCES payouts_payouts (id),
    number integer NOT NULL CHECK (number > 0),
    reference text NOT NULL CHECK (reference = payout_id),
    parameters jsonb NOT NULL,
    outcome text CHECK (outcome IN ('accepted', 'rejected', 'unknown', 'superseded')),
    rail_ref text,
    reason text,
    started_at timestamptz NOT NULL DEFAULT now(),
    leased_until timestamptz NOT NULL,
    ended_at timestamptz,
    UNIQUE (payout_id, number),
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK (outcome <> 'accepted' OR rail_ref IS NOT NULL)
  );
  CREATE UNIQUE INDEX payouts_attempts_open ON payouts_attempts (payout_id) WHERE outcome IS NULL;`;

const GUARDS = `
  CREATE FUNCTION payouts_refuse_own_money() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM payouts_payouts p WHERE p.batch_id = NEW.id
               AND p.person_id IN (NEW.drafted_by, NEW.approved_by, NEW.second_approved_by)) THEN
      RAISE EXCEPTION 'batch % pays one of those who decide about it', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER payouts_batches_own_money BEFORE UPDATE ON payouts_batches
    FOR EACH ROW EXECUTE FUNCTION payouts_refuse_own_money();

  CREATE FUNCTION payouts_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what payout % pays, and to whom, never changes', OLD.id USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER payouts_payouts_frozen BEFORE UPDATE ON payouts_payouts
    FOR EACH ROW WHEN ((OLD.batch_id, OLD.person_id, OLD.amount, OLD.currency, OLD.earning_ids)
      IS DISTINCT FROM (NEW.batch_id, NEW.person_id, NEW.amount, NEW.currency, NEW.earning_ids))
    EXECUTE FUNCTION payouts_refuse_change();`;

const SANDBOX = `
  CREATE TABLE payouts_sandbox_transfers (
    id text PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    person_id text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    state text NOT NULL CHECK (state IN ('in_transit', 'paid', 'failed', 'returned')),
    reason text,
    settles_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX payouts_sandbox_transfers_due ON payouts_sandbox_transfers (settles_at) WHERE state = 'in_transit';
  ${historyTable('payouts_sandbox_transfers_history', 'payouts_sandbox_transfers')}`;
