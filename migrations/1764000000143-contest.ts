import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The artist may object to a correction once; a third person answers. */
export class Contest1764000000143 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE compensation_corrections
        ADD COLUMN objection text,
        ADD COLUMN objected_at timestamptz,
        ADD COLUMN answer text,
        ADD COLUMN answered_by text REFERENCES access_people (id),
        DROP CONSTRAINT compensation_corrections_state_check,
        ADD CONSTRAINT compensation_corrections_state_check
          CHECK (state IN ('proposed', 'confirmed', 'withdrawn', 'contested', 'upheld', 'overturned')),
        ADD CONSTRAINT compensation_correction_by_two CHECK (state NOT IN ('contested', 'upheld', 'overturned')
          OR (decided_by IS NOT NULL AND decided_by <> proposed_by AND objection IS NOT NULL)),
        ADD CONSTRAINT compensation_correction_answered_by_a_third CHECK (state NOT IN ('upheld', 'overturned')
          OR (answer IS NOT NULL AND answered_by IS NOT NULL)),
        ADD CONSTRAINT compensation_correction_answered_by_others
          CHECK (answered_by IS NULL OR answered_by NOT IN (proposed_by, decided_by, person_id))`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
