import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signed notes of how far the chain of seals has come; append-only (platform/db/grants.ts) and copied to the file store
 * and the public: whoever rewrites the log or cuts its end must change copies that are not here. And indexes
 * for searches by time, and from an entry to its seal.
 */
export class AuditCheckpoints1764000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_checkpoints (
        seal bigint PRIMARY KEY CHECK (seal > 0),
        note text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX audit_entries_at ON audit_entries (at);
      CREATE INDEX audit_seals_reach ON audit_seals (last_xid, last_entry);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
