import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A suspension closes making clips, and what else it names: a list that pay, portal, export and appeal cannot enter. */
export class SuspensionScopes1764000000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE enrollment_suspensions DROP CONSTRAINT enrollment_suspensions_scope_check;
      ALTER TABLE enrollment_suspensions ALTER COLUMN scope TYPE text[] USING ARRAY[scope];
      ALTER TABLE enrollment_suspensions ADD CONSTRAINT enrollment_suspensions_scope_check
        CHECK ('generation' = ANY (scope) AND scope <@ ARRAY['generation', 'sharing', 'tasks']);
      UPDATE enrollment_enrollments SET suspension = jsonb_set(suspension, '{scope}', jsonb_build_array(suspension -> 'scope'))
        WHERE jsonb_typeof(suspension -> 'scope') = 'string';`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
