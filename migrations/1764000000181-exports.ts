import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Saved filters, exports with their control totals, and months that are closed. */
export class Exports1764000000181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAVED);
    await runner.query(EXPORTS);
    await runner.query(PERIODS);
    await runner.query(CLOSED_MONTHS);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const SAVED = `
  CREATE TABLE reports_saved_filters (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    reading text NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    filters jsonb NOT NULL,
    is_shared boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (person_id, reading, name)
  );
  CREATE INDEX reports_saved_filters_shared ON reports_saved_filters (reading) WHERE is_shared;`;

const EXPORTS = `
  CREATE TABLE reports_exports (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    reading text NOT NULL,
    format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'json', 'hledger', 'beancount')),
    header text NOT NULL CHECK (header IN ('machine', 'human')),
    filters jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'ready', 'failed', 'canceled', 'expired')),
    rows_total bigint,
    rows_done bigint NOT NULL DEFAULT 0,
    totals jsonb,
    blob_key text,
    bytes bigint,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    reason text,
    beat_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state NOT IN ('ready', 'expired') OR (blob_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK (state <> 'failed' OR reason IS NOT NULL)
  );
  CREATE INDEX reports_exports_person ON reports_exports (person_id, id DESC);
  CREATE INDEX reports_exports_waiting ON reports_exports (beat_at) WHERE state IN ('queued', 'running');
  CREATE INDEX reports_exports_expiring ON reports_exports (expires_at) WHERE state = 'ready';
  ${historyTable('reports_exports_history', 'reports_exports')}`;

/** The id of a period is its month. */
const PERIODS = `
  CREATE TABLE reports_periods (
    id text PRIMARY KEY CHECK (id ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    state text NOT NULL CHECK (state IN ('open', 'closed', 'reopening')),
    closed_by text REFERENCES access_people (id),
    closed_at timestamptz,
    entries bigint,
    last_entry bigint,
    digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
    totals jsonb,
    proposed_by text REFERENCES access_people (id),
    reason text,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (state = 'open' OR (closed_by IS NOT NULL AND closed_at IS NOT NULL AND entries IS NOT NULL AND digest IS NOT NULL)),
    CHECK (state <> 'reopening' OR (proposed_by IS NOT NULL AND reason IS NOT NULL))
  );
  ${historyTable('reports_periods_history', 'reports_periods')}`;

/**
 * Entries take the time of their transaction, so only an entry dated into an earlier month can meet a closed one: the
 * condition is judged without calling the function, which keeps it off the hot path.
 */
const CLOSED_MONTHS = `
  CREATE TABLE ledger_closed_months (
    month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    closed_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX ledger_entries_at ON ledger_entries USING brin (at);
  CREATE FUNCTION ledger_month(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date
  $$;
  CREATE FUNCTION ledger_refuse_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('ledger_closed_months', 0));
    IF EXISTS (SELECT FROM ledger_closed_months WHERE month = ledger_month(NEW.at)) THEN
      RAISE EXCEPTION 'entry %: its month is closed; corrections are posted into the present one', NEW.reference
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entries_closed_month';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_entries_closed_month BEFORE INSERT ON ledger_entries FOR EACH ROW
    WHEN (NEW.at < date_trunc('month', clock_timestamp(), 'UTC')) EXECUTE FUNCTION ledger_refuse_closed_month();`;
