import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * Several rails: a batch is of one programme, currency and rail, and knows whether it moves money. Payees as each rail
 * knows them, attempts with a key of their own, news of the rails, and what a comparison with a rail found.
 */
export class PayoutRails1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BATCHES);
    await runner.query(PAYOUTS);
    await runner.query(ATTEMPTS);
    await runner.query(RECIPIENTS);
    await runner.query(DUE);
    await runner.query(HASH);
    await runner.query(NEWS);
    await runner.query(FINDINGS);
    await runner.query(SANDBOX);
    await runner.query(BANK);
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
    ADD COLUMN is_ready boolean NOT NULL DEFAULT true,
    ADD COLUMN pause_reason text,
    DROP CONSTRAINT payouts_batches_state_check,
    ADD CONSTRAINT payouts_batches_state_check
      CHECK (state IN ('draft', 'approved', 'sending', 'paused', 'done', 'canceled')),
    ADD CONSTRAINT payouts_batches_ready CHECK (is_ready OR state IN ('draft', 'canceled')),
    ADD CONSTRAINT payouts_batches_test_rail CHECK (rail <> 'sandbox' OR mode = 'test');
  ALTER TABLE payouts_batches ALTER COLUMN rail DROP DEFAULT, ALTER COLUMN mode DROP DEFAULT;
  CREATE INDEX payouts_batches_unready ON payouts_batches (program_id, currency) WHERE NOT is_ready;`;

const PAYOUTS = `
  ALTER TABLE payouts_payouts
    ADD COLUMN is_claimed boolean NOT NULL DEFAULT true,
    ADD COLUMN recipient text,
    ADD COLUMN recipient_mark text;
  CREATE INDEX payouts_payouts_unclaimed ON payouts_payouts (batch_id, id) WHERE NOT is_claimed;
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

/** The one place where a draft looks over the fence: what is due, what the ledger has, and where it would go. */
const DUE = `
  CREATE FUNCTION payouts_due(program text, code text, way text)
  RETURNS TABLE (person_id text, amount bigint, earning_ids text[], available bigint, chosen text, standing text,
    recipient text, mark text)
  LANGUAGE sql STABLE AS $$
    SELECT due.person_id, due.amount, due.earning_ids, coalesce(a.balance - a.held, 0), c.rail, r.standing, r.ref, r.mark
    FROM (
      SELECT e.person_id, sum(e.amount)::bigint AS amount, array_agg(e.id) AS earning_ids
      FROM compensation_earnings e
      WHERE e.program_id = program AND e.currency = code AND e.state = 'due' AND e.due_at <= now()
      GROUP BY e.person_id
    ) due
    LEFT JOIN ledger_accounts a ON a.name = ('payable:' || due.person_id || '.' || code) COLLATE "C"
    LEFT JOIN payouts_recipients c ON c.person_id = due.person_id AND c.is_chosen
    LEFT JOIN payouts_recipients r ON r.person_id = due.person_id AND r.rail = way
  $$;`;

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

const NEWS = `
  CREATE TABLE payouts_rail_news (
    rail text NOT NULL CHECK (rail IN ${RAILS}),
    id text NOT NULL,
    type text NOT NULL,
    recipient text,
    object text,
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    handled_at timestamptz,
    fault text,
    PRIMARY KEY (rail, id)
  );
  CREATE INDEX payouts_rail_news_open ON payouts_rail_news (received_at) WHERE handled_at IS NULL;`;

const FINDINGS = `
  CREATE TABLE payouts_reconciliations (
    id text PRIMARY KEY,
    rail text NOT NULL CHECK (rail IN ${RAILS}),
    mode text NOT NULL CHECK (mode IN ('test', 'live')),
    since timestamptz NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    counts jsonb NOT NULL DEFAULT '{}',
    fault text
  );
  CREATE INDEX payouts_reconciliations_rail ON payouts_reconciliations (rail, started_at DESC);
  CREATE TABLE payouts_findings (
    id text PRIMARY KEY,
    rail text NOT NULL CHECK (rail IN ${RAILS}),
    kind text NOT NULL CHECK (kind IN ('transfer', 'balance')),
    subject text NOT NULL,
    payout_id text REFERENCES payouts_payouts (id),
    rail_ref text,
    ours bigint,
    theirs bigint,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    match text NOT NULL CHECK (match IN ('matched', 'pending', 'missing_there', 'missing_here', 'differs', 'unknown')),
    note text NOT NULL,
    at timestamptz NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    explanation text,
    explained_by text REFERENCES access_people (id),
    explained_at timestamptz,
    confirmed_by text REFERENCES access_people (id),
    confirmed_at timestamptz,
    UNIQUE (rail, kind, subject),
    CONSTRAINT payouts_findings_two_people CHECK (confirmed_by <> explained_by),
    CHECK ((explained_by IS NULL) = (explanation IS NULL)),
    CHECK (confirmed_by IS NULL OR explained_by IS NOT NULL)
  );
  CREATE INDEX payouts_findings_open ON payouts_findings (at)
    WHERE match IN ('missing_there', 'missing_here', 'differs', 'unknown') AND confirmed_at IS NULL;
  CREATE TABLE payouts_rail_balances (
    rail text NOT NULL CHECK (rail IN ${RAILS}),
    currency text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    available bigint NOT NULL,
    pending bigint NOT NULL,
    PRIMARY KEY (rail, currency, at)
  );`;

const SANDBOX = `
  ALTER TABLE payouts_sandbox_transfers ADD COLUMN key text;
  CREATE TABLE payouts_sandbox_mood (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    mood text NOT NULL DEFAULT 'normal' CHECK (mood IN ('normal', 'no_funds', 'down', 'forgetful')),
    set_by text,
    set_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO payouts_sandbox_mood DEFAULT VALUES;`;

const BANK = `
  CREATE TABLE payouts_bank_accounts (
    id text PRIMARY KEY,
    person_id text NOT NULL UNIQUE REFERENCES access_people (id),
    kind text NOT NULL CHECK (kind IN ('sepa', 'ach')),
    name text NOT NULL,
    country text NOT NULL,
    box bytea NOT NULL,
    last4 text NOT NULL CHECK (length(last4) = 4),
    mark text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE payouts_bank_files (
    id text PRIMARY KEY,
    format text NOT NULL CHECK (format IN ('sepa', 'nacha')),
    currency text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('test', 'live')),
    execute_on date NOT NULL,
    purpose text NOT NULL,
    count integer NOT NULL CHECK (count > 0),
    total bigint NOT NULL CHECK (total > 0),
    sha256 text NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL
  );
  CREATE TABLE payouts_bank_orders (
    id text PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    account_id text NOT NULL REFERENCES payouts_bank_accounts (id),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'filed', 'paid', 'failed', 'returned')),
    file_id text REFERENCES payouts_bank_files (id),
    reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((file_id IS NULL) = (state = 'waiting') OR state = 'failed')
  );
  CREATE INDEX payouts_bank_orders_waiting ON payouts_bank_orders (currency, id) WHERE state = 'waiting';
  CREATE INDEX payouts_bank_orders_file ON payouts_bank_orders (file_id) WHERE file_id IS NOT NULL;
  ${historyTable('payouts_bank_orders_history', 'payouts_bank_orders')}`;
