import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** What reconciling found: runs, findings with what people said of them, and the balance that each rail held. */
export class Reconciliation1764000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(FINDINGS);
    await runner.query(BALANCES);
    await runner.query(UNEXPLAINED);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const RUNS = `
  CREATE TABLE payouts_reconciliations (
    id text PRIMARY KEY,
    rail text NOT NULL CHECK (rail IN ('sandbox', 'stripe', 'bank_file')),
    mode text NOT NULL CHECK (mode IN ('test', 'live')),
    since timestamptz NOT NULL,
    asked_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    fault text,
    compared integer,
    unexplained integer,
    CHECK (fault IS NULL OR ended_at IS NOT NULL),
    CHECK (compared IS NULL OR ended_at IS NOT NULL)
  );
  CREATE INDEX payouts_reconciliations_rail ON payouts_reconciliations (rail, id DESC);
  CREATE UNIQUE INDEX payouts_reconciliations_running ON payouts_reconciliations (rail) WHERE ended_at IS NULL;`;

/** One row for each thing that was compared, as it was seen last. Two people explain what does not match. */
const FINDINGS = `
  CREATE TABLE payouts_findings (
    id text PRIMARY KEY,
    rail text NOT NULL,
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
    state text NOT NULL CHECK (state IN ('clear', 'open', 'proposed', 'explained')),
    found_at timestamptz,
    seen_at timestamptz NOT NULL,
    run_id text NOT NULL REFERENCES payouts_reconciliations (id),
    explanation text,
    explained_by text REFERENCES access_people (id),
    explained_at timestamptz,
    accepted_by text REFERENCES access_people (id),
    accepted_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (rail, kind, subject),
    CHECK (state = 'clear' OR found_at IS NOT NULL),
    CHECK (state NOT IN ('proposed', 'explained') OR (explanation IS NOT NULL AND explained_by IS NOT NULL)),
    CONSTRAINT payouts_findings_two_people CHECK (state <> 'explained' OR (accepted_by IS NOT NULL AND accepted_by <> explained_by))
  );
  CREATE INDEX payouts_findings_unexplained ON payouts_findings (at) WHERE state IN ('open', 'proposed');
  CREATE INDEX payouts_findings_newest ON payouts_findings (at DESC, id DESC);
  CREATE INDEX payouts_findings_payout ON payouts_findings (payout_id);
  ${historyTable('payouts_findings_history', 'payouts_findings')}`;

/** What was there at \`at\`, worked out so that every movement after it is known. */
const BALANCES = `
  CREATE TABLE payouts_balances (
    rail text NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (rail, currency)
  );`;

/** What keeps a month of the books open: findings that two people have not explained, and payouts never compared at all. */
const UNEXPLAINED = `
  CREATE VIEW payouts_unexplained AS
  SELECT id AS item_id, at AS found_at FROM payouts_findings WHERE state IN ('open', 'proposed')
  UNION ALL
  SELECT p.id, p.sent_at FROM payouts_payouts p
  WHERE p.sent_at IS NOT NULL AND p.rail IN ('sandbox', 'stripe')
    AND NOT EXISTS (SELECT FROM payouts_findings f WHERE f.payout_id = p.id)`;
