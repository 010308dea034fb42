import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Taking a payee out of a draft and taking a paid payout back. Whoever changed a draft counts as one of its drafters; a
 * payout is taken back by two people, neither of whom it paid.
 */
export class PayoutChanges1764000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DRAFTS);
    await runner.query(REVERSALS);
    await runner.query(OWN_MONEY);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const DRAFTS = `
  ALTER TABLE payouts_batches
    ADD COLUMN edited_by text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT payouts_batches_own_edit CHECK (
      approved_by <> ALL (edited_by) AND (second_approved_by IS NULL OR second_approved_by <> ALL (edited_by)));
  ALTER TABLE payouts_payouts
    ADD COLUMN is_left_out boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT payouts_payouts_left_out CHECK (NOT is_left_out OR state = 'canceled');`;

const REVERSALS = `
  CREATE TABLE payouts_reversals (
    id text PRIMARY KEY,
    payout_id text NOT NULL REFERENCES payouts_payouts (id),
    state text NOT NULL CHECK (state IN ('asked', 'taking_back', 'done', 'refused', 'withdrawn')),
    reason text NOT NULL,
    asked_by text NOT NULL REFERENCES access_people (id),
    confirmed_by text REFERENCES access_people (id),
    answer text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payouts_reversals_two_people CHECK (confirmed_by <> asked_by),
    CONSTRAINT payouts_reversals_confirmed CHECK (state IN ('asked', 'withdrawn') OR confirmed_by IS NOT NULL)
  );
  CREATE UNIQUE INDEX payouts_reversals_open ON payouts_reversals (payout_id) WHERE state IN ('asked', 'taking_back', 'done');
  CREATE INDEX payouts_reversals_running ON payouts_reversals (updated_at) WHERE state = 'taking_back';
  ${historyTable('payouts_reversals_history', 'payouts_reversals')}`;

const OWN_MONEY = `
  CREATE FUNCTION payouts_refuse_own_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM payouts_payouts p WHERE p.id = NEW.payout_id
               AND p.person_id IN (NEW.asked_by, NEW.confirmed_by)) THEN
      RAISE EXCEPTION 'reversal % is of money of one of those who decide about it', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER payouts_reversals_own_money BEFORE INSERT OR UPDATE ON payouts_reversals
    FOR EACH ROW EXECUTE FUNCTION payouts_refuse_own_reversal();`;
