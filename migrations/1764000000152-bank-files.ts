import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** The bank-file rail: accounts (sealed), orders, and the files that carry them to a bank. */
export class BankFiles1764000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS);
    await runner.query(FILES);
    await runner.query(ORDERS);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const ACCOUNTS = `
  CREATE TABLE payouts_bank_accounts (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    sealed bytea NOT NULL,
    mark text NOT NULL,
    country text NOT NULL,
    last4 text NOT NULL CHECK (length(last4) <= 4),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (person_id, mark)
  );`;

const FILES = `
  CREATE TABLE payouts_bank_files (
    id text PRIMARY KEY,
    batch_id text NOT NULL REFERENCES payouts_batches (id),
    format text NOT NULL CHECK (format IN ('sepa', 'ach')),
    currency text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('test', 'live')),
    execute_on date NOT NULL,
    orders integer NOT NULL CHECK (orders > 0),
    total bigint NOT NULL CHECK (total > 0),
    sealed bytea NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    made_by text NOT NULL REFERENCES access_people (id),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX payouts_bank_files_batch ON payouts_bank_files (batch_id, id DESC);`;

const ORDERS = `
  CREATE TABLE payouts_bank_orders (
    id text PRIMARY KEY,
    reference text NOT NULL UNIQUE REFERENCES payouts_payouts (id),
    account_id text NOT NULL REFERENCES payouts_bank_accounts (id),
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'filed', 'executed', 'refused', 'returned')),
    file_id text REFERENCES payouts_bank_files (id),
    reason text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payouts_bank_orders_filed CHECK (state IN ('waiting', 'refused') OR file_id IS NOT NULL)
  );
  CREATE INDEX payouts_bank_orders_file ON payouts_bank_orders (file_id, id);
  ${historyTable('payouts_bank_orders_history', 'payouts_bank_orders')}`;
