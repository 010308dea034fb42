import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer puts a submission on hold, with a reason and an end. */
export class Holds1764000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE approval_submissions ADD COLUMN held_by text, ADD COLUMN held_until timestamptz,
        ADD COLUMN held_reason text CHECK (held_reason IN ('advice', 'language', 'facts', 'technical')),
        ADD COLUMN held_note text,
        ADD CONSTRAINT approval_hold_is_whole CHECK (num_nonnulls(held_by, held_until, held_reason) IN (0, 3)),
        ADD CONSTRAINT approval_hold_is_not_the_author CHECK (held_by <> person_id),
        ADD CONSTRAINT approval_hold_is_of_what_waits CHECK (held_by IS NULL OR state IN ('submitted', 'escalated'));
      CREATE INDEX approval_submissions_holds ON approval_submissions (held_until) WHERE held_until IS NOT NULL;`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
