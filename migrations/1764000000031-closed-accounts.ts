import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever remembers a key hears when its owner's account is closed or opened again, as when their roles change. */
export class ClosedAccounts1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER access_people_changed ON access_people;
      CREATE TRIGGER access_people_changed AFTER UPDATE ON access_people FOR EACH ROW
        WHEN (OLD.roles IS DISTINCT FROM NEW.roles OR OLD.deactivated_at IS DISTINCT FROM NEW.deactivated_at)
        EXECUTE FUNCTION access_note_keys_of_person();
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
