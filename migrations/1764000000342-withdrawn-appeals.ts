import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appeal beside the clip can be withdrawn and filed again, like every other: it needs no answer then. */
export class WithdrawnAppeals1764000000342 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE approval_appeals
        DROP CONSTRAINT approval_appeals_state_check,
        DROP CONSTRAINT approval_appeal_is_answered,
        DROP CONSTRAINT approval_appeal_has_a_hearer,
        DROP CONSTRAINT approval_appeals_decision_id_key,
        ADD CONSTRAINT approval_appeals_state_check
          CHECK (state IN ('filed', 'in_review', 'upheld', 'overturned', 'partly_overturned', 'withdrawn')),
        ADD CONSTRAINT approval_appeal_is_answered CHECK (state IN ('filed', 'in_review', 'withdrawn') OR
          (hearer_id IS NOT NULL AND closed_at IS NOT NULL AND coalesce(char_length(reasons), 0) >= 20)),
        ADD CONSTRAINT approval_appeal_has_a_hearer CHECK (state IN ('filed', 'withdrawn') OR hearer_id IS NOT NULL);
      CREATE UNIQUE INDEX approval_appeals_once ON approval_appeals (decision_id) WHERE state <> 'withdrawn';`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
