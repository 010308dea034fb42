import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to feedback within a week is read by time. */
export class FeedbackWeeks1764000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX feedback_items_history_at ON feedback_items_history (at)');
    await runner.query(
      `CREATE INDEX feedback_items_open ON feedback_items (person_id) WHERE state IN ('new', 'triaged', 'needs_info')`,
    );
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
