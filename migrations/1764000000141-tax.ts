import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** By whose rules a programme pays, where artists are resident, their forms, and what was passed on to a tax office. */
export class Tax1764000000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(historyTable('compensation_tax_forms_history', 'compensation_tax_forms'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const TABLES = `
  CREATE TABLE compensation_tax_settings (
    program_id text PRIMARY KEY REFERENCES program_programs (id),
    regime text NOT NULL CHECK (regime IN ('none', 'us', 'dac7')),
    payer_country text NOT NULL CHECK (payer_country ~ '^[A-Z]{2}$'),
    updated_by text NOT NULL REFERENCES access_people (id),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (regime <> 'us' OR payer_country = 'US')
  );

  CREATE TABLE compensation_tax_residences (
    person_id text PRIMARY KEY REFERENCES access_people (id),
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    is_us_person boolean NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE compensation_tax_forms (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    kind text NOT NULL CHECK (kind IN ('w9', 'w8ben', 'w8bene', 'w8eci', 'f8233', 'dac7')),
    state text NOT NULL CHECK (state IN ('not_asked', 'requested', 'received', 'valid', 'expired', 'rejected')),
    identity bytea,
    treaty_country text CHECK (treaty_country ~ '^[A-Z]{2}$'),
    treaty_rate bigint CHECK (treaty_rate BETWEEN 0 AND 3000),
    reference text,
    signed_on date,
    expires_at timestamptz,
    reason text,
    decided_by text REFERENCES access_people (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (person_id, kind),
    CHECK ((treaty_country IS NULL) = (treaty_rate IS NULL)),
    CHECK (decided_by <> person_id),
    CHECK (state NOT IN ('received', 'valid') OR (identity IS NOT NULL AND signed_on IS NOT NULL))
  );
  CREATE INDEX compensation_tax_forms_waiting ON compensation_tax_forms (updated_at) WHERE state = 'received';
  CREATE INDEX compensation_tax_forms_ending ON compensation_tax_forms (expires_at) WHERE state = 'valid';

  CREATE TABLE compensation_tax_remittances (
    id text PRIMARY KEY,
    program_id text NOT NULL REFERENCES program_programs (id),
    currency text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    note text NOT NULL,
    posted_by text NOT NULL REFERENCES access_people (id),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX compensation_tax_remittances_program ON compensation_tax_remittances (program_id, id DESC);`;
