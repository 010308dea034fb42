import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Draws that anybody can recompute: a hash of the seed first, the list second, the seed last. */
export class Draw1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draw_draws (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('enrollment', 'showcase', 'grant_tie', 'event')),
        subject_id text NOT NULL,
        title text NOT NULL,
        places integer NOT NULL CHECK (places > 0),
        seed_hash text NOT NULL CHECK (seed_hash ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz NOT NULL DEFAULT now(),
        entries text,
        entry_count integer,
        list_digest text CHECK (list_digest ~ '^[0-9a-f]{64}$'),
        frozen_at timestamptz,
        seed text CHECK (seed ~ '^[0-9a-f]{64}$'),
        revealed_at timestamptz,
        state text NOT NULL CHECK (state IN ('committed', 'frozen', 'revealed', 'cancelled')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (state NOT IN ('frozen', 'revealed') OR (entries IS NOT NULL AND list_digest IS NOT NULL AND frozen_at IS NOT NULL)),
        CHECK ((seed IS NOT NULL AND revealed_at IS NOT NULL) = (state = 'revealed'))
      );
      CREATE UNIQUE INDEX draw_draws_one_open ON draw_draws (kind, subject_id) WHERE state <> 'cancelled';
      CREATE INDEX draw_draws_newest ON draw_draws (kind, id DESC);

      CREATE TABLE draw_seeds (
        draw_id text PRIMARY KEY REFERENCES draw_draws (id),
        seed text NOT NULL
      );

      CREATE FUNCTION draw_stays_as_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.kind, NEW.subject_id, NEW.places, NEW.seed_hash, NEW.committed_at)
             IS DISTINCT FROM (OLD.kind, OLD.subject_id, OLD.places, OLD.seed_hash, OLD.committed_at) THEN
          RAISE EXCEPTION 'draw %: what was committed to cannot change', OLD.id USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.frozen_at IS NOT NULL AND (NEW.entries, NEW.list_digest, NEW.frozen_at)
             IS DISTINCT FROM (OLD.entries, OLD.list_digest, OLD.frozen_at) THEN
          RAISE EXCEPTION 'draw %: the list is published and cannot change', OLD.id USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.revealed_at IS NOT NULL THEN
          RAISE EXCEPTION 'draw %: it is done', OLD.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER draw_draws_published BEFORE UPDATE ON draw_draws
        FOR EACH ROW EXECUTE FUNCTION draw_stays_as_published();

      CREATE FUNCTION draw_seed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a seed is written once' USING ERRCODE = 'check_violation';
      END $$;
      CREATE TRIGGER draw_seeds_once BEFORE UPDATE OR DELETE ON draw_seeds
        FOR EACH ROW EXECUTE FUNCTION draw_seed_stays();
    `);
    await runner.query(historyTable('draw_draws_history', 'draw_draws'));
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
