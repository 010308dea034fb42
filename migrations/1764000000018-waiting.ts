import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What clips really take, what was promised about them, and whether it held. */
export class Waiting1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_paces (
        provider text NOT NULL,
        model text NOT NULL,
        resolution text NOT NULL,
        seconds integer NOT NULL CHECK (seconds BETWEEN 1 AND 60),
        mean double precision NOT NULL DEFAULT 0,
        variance double precision NOT NULL DEFAULT 0 CHECK (variance >= 0),
        samples integer NOT NULL DEFAULT 0 CHECK (samples >= 0),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (provider, model, resolution, seconds)
      ) WITH (fillfactor = 70);

      CREATE TABLE generation_predictions (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        generation_id text NOT NULL REFERENCES generation_generations (id),
        cause text NOT NULL CHECK (cause IN ('submit', 'request')),
        at timestamptz NOT NULL DEFAULT now(),
        position integer CHECK (position > 0),
        start_p50 double precision,
        start_p90 double precision,
        finish_p50 double precision NOT NULL,
        finish_p90 double precision NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        is_missed boolean,
        evidence jsonb,
        CHECK (start_p50 <= start_p90 AND finish_p50 <= finish_p90),
        CHECK ((start_p50 IS NULL) = (start_p90 IS NULL)),
        CHECK ((is_missed IS NULL) = (finished_at IS NULL) AND (is_missed IS NOT TRUE OR evidence IS NOT NULL))
      );
      CREATE UNIQUE INDEX generation_predictions_first ON generation_predictions (generation_id) WHERE cause = 'submit';
      CREATE INDEX generation_predictions_of ON generation_predictions (generation_id, id DESC);
      CREATE INDEX generation_predictions_day ON generation_predictions (at) WHERE cause = 'submit';

      -- Written once for each clip, at its end: the queue's own writes stay as cheap as they were.
      CREATE INDEX generation_generations_attempts ON generation_generations (person_id)
        INCLUDE (style, model, state, is_keeper, credits, started_at, finished_at) WHERE finished_at IS NOT NULL;
      CREATE INDEX generation_generations_project ON generation_generations (person_id, project)
        WHERE project IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
