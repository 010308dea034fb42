import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A declined expense names the rule it did not meet, and may wait for a second look. Not valid for what was declined
 * before: it keeps the words it was given then.
 */
export class ExpenseReasons1764000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants_expenses
        ADD COLUMN declining jsonb,
        ADD COLUMN reason text,
        ADD CONSTRAINT grants_expense_declining_while_open CHECK (declining IS NULL OR state = 'claimed'),
        ADD CONSTRAINT grants_expense_declined_by_rule CHECK (state <> 'declined' OR reason IS NOT NULL) NOT VALID`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
