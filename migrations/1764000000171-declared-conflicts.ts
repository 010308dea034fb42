import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a panelist says beforehand they cannot judge: an address or a name, whether or not such a person applies. */
export class DeclaredConflicts1764000000171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grants_declarations (
        id text PRIMARY KEY,
        call_id text NOT NULL,
        reviewer_id text NOT NULL,
        who text NOT NULL CHECK (btrim(who) <> ''),
        note text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (call_id, reviewer_id) REFERENCES grants_panel (call_id, person_id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX grants_declarations_once ON grants_declarations (call_id, reviewer_id, lower(btrim(who)));`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
