import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who left may take it back themselves: the ways to stay are steps of their own. */
export class Staying1764000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER enrollment_enrollments_own_step ON enrollment_enrollments_history;
      CREATE TRIGGER enrollment_enrollments_own_step BEFORE INSERT ON enrollment_enrollments_history
        FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step(
          'enrollment_enrollments', 'consent,pause,resume,leave,stay,stayPaused,stayAsked');
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
