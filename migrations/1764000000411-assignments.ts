import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A manager assigns a submission to a reviewer; never to whose it is, in whole or in part. */
export class Assignments1764000000411 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE approval_submissions ADD COLUMN assigned_to text REFERENCES access_people (id), ADD COLUMN assigned_by text,
        ADD CONSTRAINT approval_assignment_is_whole CHECK (num_nonnulls(assigned_to, assigned_by) IN (0, 2)),
        ADD CONSTRAINT approval_assignment_is_not_of_ones_own CHECK (
          assigned_to <> person_id AND NOT (assigned_to = ANY (co_author_ids)));
      CREATE INDEX approval_submissions_assigned ON approval_submissions (assigned_to, due_at, id)
        WHERE assigned_to IS NOT NULL;`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
