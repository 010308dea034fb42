import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log of consequential acts and the chain of seals over it; both append-only (platform/db/grants.ts). `xid` is the
 * writing transaction. Seals follow the order (xid, id), not id alone: a transaction may draw a low id and commit late,
 * but below the oldest running transaction nothing can appear any more.
 */
export class Audit1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        via text NOT NULL,
        key_id text,
        act text NOT NULL CHECK (act ~ '^[a-z_]+\\.[a-zA-Z_]+$'),
        subject text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        xid bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
      );
      CREATE INDEX audit_entries_subject ON audit_entries (subject, id DESC);
      CREATE INDEX audit_entries_actor ON audit_entries (actor, id DESC);
      CREATE INDEX audit_entries_act ON audit_entries (act, id DESC);
      CREATE INDEX audit_entries_order ON audit_entries (xid, id);

      CREATE TABLE audit_seals (
        id bigint PRIMARY KEY CHECK (id > 0),
        first_entry bigint NOT NULL,
        last_entry bigint NOT NULL UNIQUE,
        last_xid bigint NOT NULL,
        entries integer NOT NULL CHECK (entries > 0),
        entry_ids bigint[] NOT NULL CHECK (cardinality(entry_ids) = entries),
        leaves bytea[] NOT NULL CHECK (cardinality(leaves) = entries),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
