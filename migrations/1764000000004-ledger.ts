import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries and postings are append-only (platform/db/grants.ts takes UPDATE and DELETE away). Only guarded accounts
 * have a row; its CHECK is the last line of defence against spending twice. Names compare as bytes, so that the order
 * in which rows are locked is the same everywhere.
 */
export class Ledger1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_accounts (
        name text COLLATE "C" PRIMARY KEY,
        kind text NOT NULL,
        unit text NOT NULL,
        balance bigint NOT NULL DEFAULT 0,
        held bigint NOT NULL DEFAULT 0,
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ledger_accounts_guard CHECK (balance >= held AND held >= 0)
      ) WITH (fillfactor = 70);

      CREATE TABLE ledger_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        reference text COLLATE "C" NOT NULL UNIQUE,
        kind text NOT NULL,
        unit text NOT NULL,
        digest bytea NOT NULL CHECK (length(digest) = 32),
        memo jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE ledger_postings (
        entry_id bigint NOT NULL REFERENCES ledger_entries (id),
        line integer NOT NULL,
        from_account text COLLATE "C" NOT NULL,
        to_account text COLLATE "C" NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        PRIMARY KEY (entry_id, line),
        CHECK (from_account <> to_account)
      );
      CREATE INDEX ledger_postings_from ON ledger_postings (from_account, entry_id DESC, line DESC) INCLUDE (amount);
      CREATE INDEX ledger_postings_to ON ledger_postings (to_account, entry_id DESC, line DESC) INCLUDE (amount);

      CREATE TABLE ledger_holds (
        reference text COLLATE "C" PRIMARY KEY,
        account text COLLATE "C" NOT NULL REFERENCES ledger_accounts (name),
        amount bigint NOT NULL CHECK (amount > 0),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'released', 'expired')),
        settled bigint NOT NULL DEFAULT 0 CHECK (settled BETWEEN 0 AND amount),
        entry_id bigint REFERENCES ledger_entries (id),
        expires_at timestamptz,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        CHECK ((state = 'settled') = (entry_id IS NOT NULL) AND (state = 'settled') = (settled > 0)),
        CHECK ((state = 'open') = (closed_at IS NULL))
      );
      CREATE INDEX ledger_holds_expiring ON ledger_holds (expires_at) WHERE state = 'open' AND expires_at IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
