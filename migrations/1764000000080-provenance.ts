import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each delivered clip comes from, how it is marked, and whether its file still says so. */
export class Provenance1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_provenance (
        generation_id text PRIMARY KEY REFERENCES generation_generations (id),
        program_id text NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        source_type text CHECK (source_type IN ('algorithmicMedia', 'trainedAlgorithmicMedia')),
        mark jsonb,
        label text,
        policy_id text,
        manifest text UNIQUE,
        manifest_store jsonb,
        signer_kind text CHECK (signer_kind IN ('self_made', 'key', 'service', 'command')),
        signer_name text,
        signer_fingerprint text CHECK (signer_fingerprint ~ '^[0-9a-f]{64}$'),
        is_trusted boolean NOT NULL DEFAULT false,
        has_parent boolean NOT NULL DEFAULT false,
        credit text CHECK (length(credit) BETWEEN 1 AND 80),
        verified_at timestamptz,
        CHECK ((manifest IS NULL) = (signer_kind IS NULL)),
        CHECK ((manifest IS NULL) = (manifest_store IS NULL))
      );
      CREATE INDEX generation_provenance_hash ON generation_provenance (sha256);
      CREATE INDEX generation_provenance_oldest ON generation_provenance (verified_at NULLS FIRST, generation_id);

      CREATE INDEX generation_files_hash ON generation_files (sha256);

      -- Clips from before: what is known of them is their file.
      INSERT INTO generation_provenance (generation_id, program_id, sha256)
        SELECT g.id, g.program_id, f.sha256
        FROM generation_files f JOIN generation_generations g ON g.id = f.generation_id
        WHERE f.kind = 'video';

      CREATE TABLE generation_file_checks (
        id text PRIMARY KEY,
        generation_id text NOT NULL REFERENCES generation_generations (id),
        outcome text NOT NULL CHECK (outcome IN ('ok', 'missing', 'altered', 'manifest_invalid', 'unreadable')),
        detail text,
        checked_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX generation_file_checks_bad ON generation_file_checks (id DESC) WHERE outcome <> 'ok';
      CREATE INDEX generation_file_checks_of ON generation_file_checks (generation_id, id DESC);

      CREATE TABLE generation_credit_lines (
        enrollment_id text PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
