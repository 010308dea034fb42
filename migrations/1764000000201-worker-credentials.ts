import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes remember what worker keys and tokens stand for, by the hash of their text; a key that changes tells of all of them. */
export class WorkerCredentials1764000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION access_note_worker_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO platform_changes (topic, key)
        SELECT 'access_worker_keys', encode(NEW.secret_hash, 'hex')
        UNION ALL
        SELECT 'access_worker_keys', encode(t.secret_hash, 'hex') FROM access_worker_tokens t WHERE t.key_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER access_worker_keys_changed AFTER UPDATE OF stopped_at, expires_at ON access_worker_keys
        FOR EACH ROW EXECUTE FUNCTION access_note_worker_key();
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
