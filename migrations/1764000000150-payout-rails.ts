import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Several rails: a batch is of one programme, currency and rail, and knows whether it moves money. Payees as each rail
 * knows them, and attempts with a key of their own.
 */
export class PayoutRails1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BATCHES);
    await runner.query(PAYOUTS);
    await runner.query(ATTEMPTS);
    await runner.query(RECIPIENTS);
    await runner.query(HASH);
    await runner.query(SANDBOX);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const RAILS = `('sandbox', 'stripe', 'bank_file')`;

const BATCHES = `
  ALTER TABLE payouts_batches
    ADD COLUMN rail text NOT NULL DEFAULT 'sandbox' CHECK (rail IN ${RAILS}),
    ADD COLUMN mode text NOT NULL DEFAULT 'test' CHECK (mode IN ('test', 'live')),
    ADD COLUMN pause_reason text,
    DROP CONSTRAINT payouts_batches_state_check,
    ADD CONSTRAINT payouts_batches_state_check
      CHECK (state IN ('draft', 'approved', 'sending', 'paused', 'done', 'canceled')),
    ADD CONSTRAINT payouts_batches_test_rail CHECK (rail <> 'sandbox' OR mode = 'test');
  ALTER TABLE payouts_batches ALTER COLUMN rail DROP DEFAULT, ALTER COLUMN mode DROP DEFAULT;`;

const PAYOUTS = `
  ALTER TABLE payouts_payouts
    ADD COLUMN recipient text,
    ADD COLUMN recipient_mark text;
  CREATE INDEX payouts_payouts_unsent ON payouts_payouts (batch_id, id) WHERE state IN ('draft', 'approved');
  CREATE INDEX payouts_payouts_open ON payouts_payouts (batch_id)
    WHERE state NOT IN ('paid', 'failed', 'returned', 'canceled');`;

/** The key is the attempt's, so that one key stands for one set of parameters for ever. */
const ATTEMPTS = `
  ALTER TABLE payouts_attempts
    ADD COLUMN key text,
    ADD COLUMN tries integer NOT NULL DEFAULT 1 CHECK (tries > 0),
    ADD COLUMN is_spent boolean NOT NULL DEFAULT false,
    ADD COLUMN called_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN code text;
  UPDATE payouts_attempts SET key = 'atelier:' || payout_id || ':' || number;
  ALTER TABLE payouts_attempts ALTER COLUMN key SET NOT NULL, ADD CONSTRAINT payouts_attempts_key UNIQUE (key);
  CREATE FUNCTION payouts_refuse_other_parameters() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what attempt % tells the rail never changes', OLD.id USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER payouts_attempts_frozen BEFORE UPDATE ON payouts_attempts
    FOR EACH ROW WHEN ((OLD.payout_id, OLD.number, OLD.key, OLD.parameters)
      IS DISTINCT FROM (NEW.payout_id, NEW.number, NEW.key, NEW.parameters))
    EXECUTE FUNCTION payouts_refuse_other_parameters();`;

const RECIPIENTS = `
  CREATE TABLE payouts_recipients (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    rail text NOT NULL CHECK (rail IN ${RAILS}),
    mode text NOT NULL CHECK (mode IN ('test', 'live')),
    ref text NOT NULL,
    standing text NOT NULL CHECK (standing IN ('pending', 'ready', 'restricted', 'disabled')),
    requirements text[] NOT NULL DEFAULT '{}',
    country text,
    last4 text CHECK (length(last4) <= 4),
    mark text,
    mark_changed_at timestamptz,
    is_chosen boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    synced_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (person_id, rail),
    UNIQUE (rail, ref)
  );
  CREATE UNIQUE INDEX payouts_recipients_chosen ON payouts_recipients (person_id) WHERE is_chosen;`;

/** What approvers look at, as one number. A change of any payee, amount, earning or bank account changes it. */
const HASH = `
  CREATE FUNCTION payouts_content_hash(batch text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(
      concat_ws(E'\\n', b.program_id, b.currency, b.rail, b.mode, (
        SELECT string_agg(concat_ws('|', p.id, p.person_id, p.amount, p.recipient, p.recipient_mark,
          array_to_string(p.earning_ids, ',')), E'\\n' ORDER BY p.id COLLATE "C")
        FROM payouts_payouts p WHERE p.batch_id = b.id AND p.state <> 'canceled'
      )), 'UTF8')), 'hex')
    FROM payouts_batches b WHERE b.id = batch
  $$;
  UPDATE payouts_batches SET content_hash = payouts_content_hash(id) WHERE state = 'draft';`;

const SANDBOX = `
  CREATE TABLE payouts_sandbox_mood (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    mood text NOT NULL DEFAULT 'normal' CHECK (mood IN ('normal', 'no_funds', 'down', 'forgetful')),
    set_by text,
    set_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO payouts_sandbox_mood DEFAULT VALUES;`;
