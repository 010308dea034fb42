import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Calls for grants, whose budget is set aside before they open, and what artists ask of them. */
export class Grants1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grants_calls (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        title text NOT NULL,
        criteria text NOT NULL,
        budget bigint NOT NULL CHECK (budget > 0),
        awarded bigint NOT NULL DEFAULT 0 CHECK (awarded BETWEEN 0 AND budget),
        currency text NOT NULL,
        decides_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'decided', 'cancelled')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX grants_calls_program ON grants_calls (program_id, id DESC);

      CREATE TABLE grants_applications (
        id text PRIMARY KEY,
        call_id text NOT NULL REFERENCES grants_calls (id),
        person_id text NOT NULL REFERENCES access_people (id),
        statement text NOT NULL,
        requested bigint NOT NULL CHECK (requested > 0),
        awarded bigint CHECK (awarded > 0),
        reasons text,
        state text NOT NULL CHECK (state IN ('submitted', 'awarded', 'declined', 'withdrawn')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (call_id, person_id),
        CHECK (awarded IS NOT NULL OR state <> 'awarded'),
        CHECK (reasons IS NOT NULL OR state NOT IN ('awarded', 'declined'))
      );
      CREATE INDEX grants_applications_person ON grants_applications (person_id, id DESC);
      CREATE INDEX grants_applications_call ON grants_applications (call_id, id DESC);
    `);
    await runner.query(historyTable('grants_calls_history', 'grants_calls'));
    await runner.query(historyTable('grants_applications_history', 'grants_applications'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
