import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction of an earning has its statement of reasons and is appealed like every other decision: an objection beside
 * that would be a second way to say the same. What was said before stays with the note.
 */
export class OneAppeal1764000000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE compensation_corrections SET
        note = note || E'\\nThe artist: ' || objection || coalesce(E'\\nThe answer: ' || answer, '')
      WHERE objection IS NOT NULL;
      ALTER TABLE compensation_corrections
        DROP CONSTRAINT compensation_corrections_state_check,
        DROP CONSTRAINT compensation_correction_by_two,
        DROP COLUMN objection, DROP COLUMN objected_at, DROP COLUMN answer, DROP COLUMN answered_by;
      UPDATE compensation_corrections SET state = 'confirmed' WHERE state IN ('contested', 'upheld');
      ALTER TABLE compensation_corrections
        ADD CONSTRAINT compensation_corrections_state_check
          CHECK (state IN ('proposed', 'confirmed', 'withdrawn', 'overturned')),
        ADD CONSTRAINT compensation_correction_by_two CHECK (state <> 'overturned'
          OR (decided_by IS NOT NULL AND decided_by <> proposed_by))`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
