import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** A programme that two people have paused: for four hours at most, in public, and made good afterwards. */
export class Pauses1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program_pauses (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        state text NOT NULL CHECK (state IN ('proposed', 'active', 'ended', 'withdrawn')),
        reason text NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 240),
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by text CHECK (confirmed_by <> proposed_by),
        starts_at timestamptz,
        ends_at timestamptz,
        ended_by text,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (state NOT IN ('active', 'ended') OR (starts_at IS NOT NULL AND confirmed_by IS NOT NULL)),
        CHECK (ends_at <= starts_at + interval '4 hours')
      );
      CREATE INDEX program_pauses_program ON program_pauses (program_id, id);
      CREATE UNIQUE INDEX program_pauses_proposed ON program_pauses (program_id) WHERE state = 'proposed';
      CREATE INDEX program_pauses_open ON program_pauses (ends_at) WHERE state IN ('proposed', 'active');
      ${historyTable('program_pauses_history', 'program_pauses')}

      CREATE TRIGGER program_pauses_changed AFTER INSERT OR UPDATE ON program_pauses
        FOR EACH ROW EXECUTE FUNCTION platform_note_change('program_pauses', 'program_id');

      -- What the dispatcher has to know of pauses: nothing starts meanwhile, and waiting then does not count.
      CREATE TABLE generation_pauses (
        pause_id text PRIMARY KEY REFERENCES program_pauses (id),
        program_id text NOT NULL REFERENCES program_programs (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX generation_pauses_program ON generation_pauses (program_id, ends_at);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
