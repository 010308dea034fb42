import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decline may wait for a second look; what artists do unasked has its minutes, where they name them. */
export class FeedbackReasons1764000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE feedback_items
        ADD COLUMN declining jsonb,
        ADD COLUMN minutes_claimed integer CHECK (minutes_claimed BETWEEN 1 AND 10080),
        ADD CONSTRAINT feedback_declining_while_open
          CHECK (declining IS NULL OR state IN ('new', 'triaged', 'needs_info'))`);
    await runner.query(`
      CREATE VIEW reports_volunteered_time AS
        SELECT program_id, person_id, minutes_claimed AS minutes FROM feedback_items WHERE minutes_claimed IS NOT NULL`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
