import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/**
 * The queue of generations. `queued` rows wait here, not in a queue server; the partial indexes stay as small as what
 * is open. Rows are locked in the order pool, flow, generation, lease, ledger.
 */
export class Generation1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_pools (
        id text PRIMARY KEY,
        vtime double precision NOT NULL DEFAULT 0
      );
      INSERT INTO generation_pools (id) VALUES ('cpu');

      CREATE TABLE generation_workers (
        id text PRIMARY KEY,
        pool text NOT NULL REFERENCES generation_pools (id),
        slots integer NOT NULL CHECK (slots > 0),
        seen_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE generation_flows (
        pool text NOT NULL REFERENCES generation_pools (id),
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        weight double precision NOT NULL CHECK (weight > 0),
        max_inflight integer NOT NULL CHECK (max_inflight > 0),
        inflight integer NOT NULL DEFAULT 0 CHECK (inflight >= 0),
        last_finish double precision NOT NULL DEFAULT 0,
        PRIMARY KEY (pool, enrollment_id)
      ) WITH (fillfactor = 70);

      CREATE TABLE generation_batches (
        id text PRIMARY KEY,
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        variations integer NOT NULL CHECK (variations BETWEEN 1 AND 8),
        at timestamptz NOT NULL DEFAULT now()
      );

      CREATE SEQUENCE generation_revision;

      CREATE TABLE generation_generations (
        id text PRIMARY KEY,
        batch_id text NOT NULL REFERENCES generation_batches (id),
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        program_id text NOT NULL REFERENCES program_programs (id),
        person_id text NOT NULL REFERENCES access_people (id),
        key_id text REFERENCES access_keys (id),
        state text NOT NULL CHECK (state IN ('queued', 'throttled', 'starting', 'processing', 'finishing', 'succeeded',
          'failed', 'canceled', 'aborted', 'expired', 'refused')),
        prompt text NOT NULL,
        negative_prompt text,
        style text NOT NULL,
        seconds integer NOT NULL CHECK (seconds BETWEEN 1 AND 60),
        resolution text NOT NULL,
        aspect text NOT NULL,
        fps integer NOT NULL,
        width integer NOT NULL CHECK (width > 0 AND width % 2 = 0),
        height integer NOT NULL CHECK (height > 0 AND height % 2 = 0),
        seed bigint NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
        draft boolean NOT NULL,
        project text,
        promoted_from text REFERENCES generation_generations (id),
        mark jsonb,
        credits bigint NOT NULL CHECK (credits > 0),
        price_version integer NOT NULL,
        provider text NOT NULL,
        model text,
        pool text NOT NULL REFERENCES generation_pools (id),
        cost_seconds double precision NOT NULL CHECK (cost_seconds > 0),
        seq bigint GENERATED ALWAYS AS IDENTITY,
        arrival double precision NOT NULL,
        start_tag double precision,
        attempt integer NOT NULL DEFAULT 0,
        faults integer NOT NULL DEFAULT 0,
        not_before timestamptz,
        progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1000),
        failure_code text,
        failure_message text,
        is_keeper boolean NOT NULL DEFAULT false,
        queued_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        revision bigint NOT NULL DEFAULT nextval('generation_revision'),
        CHECK (NOT is_keeper OR state = 'succeeded'),
        CHECK (finished_at IS NULL OR state IN ('succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused'))
      ) WITH (fillfactor = 80);
      CREATE INDEX generation_generations_queue ON generation_generations (pool, enrollment_id, seq) WHERE state = 'queued';
      CREATE INDEX generation_generations_throttled ON generation_generations (pool, enrollment_id, seq)
        WHERE state = 'throttled';
      CREATE INDEX generation_generations_open ON generation_generations (enrollment_id, state)
        WHERE state IN ('queued', 'throttled', 'starting', 'processing', 'finishing');
      CREATE INDEX generation_generations_inflight ON generation_generations (pool)
        WHERE state IN ('starting', 'processing', 'finishing');
      CREATE INDEX generation_generations_person ON generation_generations (person_id, id DESC);
      CREATE INDEX generation_generations_batch ON generation_generations (batch_id, id DESC);
      CREATE INDEX generation_generations_keepers ON generation_generations (person_id, id DESC) WHERE is_keeper;
      CREATE INDEX generation_generations_changed ON generation_generations (person_id, revision);

      CREATE FUNCTION generation_touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.revision := nextval('generation_revision');
        NEW.updated_at := clock_timestamp();
        RETURN NEW;
      END $$;
      CREATE TRIGGER generation_touch BEFORE UPDATE ON generation_generations
        FOR EACH ROW EXECUTE FUNCTION generation_touch();

      ${historyTable('generation_history', 'generation_generations')}

      CREATE TABLE generation_leases (
        generation_id text PRIMARY KEY REFERENCES generation_generations (id),
        fence bigint NOT NULL,
        worker text NOT NULL,
        ticket text,
        taken_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        deadline_at timestamptz NOT NULL,
        ended_at timestamptz
      ) WITH (fillfactor = 70);
      CREATE INDEX generation_leases_live ON generation_leases (generation_id) WHERE ended_at IS NULL;

      CREATE TABLE generation_files (
        generation_id text NOT NULL REFERENCES generation_generations (id),
        kind text NOT NULL CHECK (kind IN ('video', 'poster', 'sheet')),
        key text NOT NULL UNIQUE,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bigint NOT NULL CHECK (bytes > 0),
        content_type text NOT NULL,
        PRIMARY KEY (generation_id, kind)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
