import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes as they are planned: dates with a revision, cohorts, drafts, terms with notice, secrecy that lifts itself. */
export class ProgrammePlan1764000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE program_programs
        ADD COLUMN owner_id text,
        ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
        ADD COLUMN applications_until timestamptz,
        ADD COLUMN decisions_by timestamptz,
        ADD COLUMN released_at timestamptz;

      -- What the dates and seats were before and who changed them: a programme keeps its word in public.
      CREATE TABLE program_plans_history (
        program_id text NOT NULL REFERENCES program_programs (id),
        revision integer NOT NULL,
        content jsonb NOT NULL,
        actor_id text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (program_id, revision)
      );

      CREATE TABLE program_cohorts (
        id text PRIMARY KEY,
        program_id text NOT NULL REFERENCES program_programs (id),
        name text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        capacity integer NOT NULL CHECK (capacity >= 1),
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (program_id, name)
      );

      -- When a version begins to govern, and whether its change asks for a new consent. Nothing governs before it is published.
      ALTER TABLE program_versions
        ADD COLUMN effective_at timestamptz,
        ADD COLUMN is_material boolean NOT NULL DEFAULT true,
        ADD COLUMN cohort_id text REFERENCES program_cohorts (id),
        DROP CONSTRAINT program_versions_kind_check,
        ADD CONSTRAINT program_versions_kind_check CHECK (kind IN (
          'terms', 'rate_card', 'quota_plan', 'mark_policy', 'model_policy', 'review_policy')),
        ADD CONSTRAINT program_versions_cohort_check CHECK (cohort_id IS NULL OR kind = 'quota_plan');
      ALTER TABLE program_versions DISABLE TRIGGER program_versions_immutable;
      UPDATE program_versions SET effective_at = published_at;
      ALTER TABLE program_versions ENABLE TRIGGER program_versions_immutable;
      ALTER TABLE program_versions
        ALTER COLUMN effective_at SET NOT NULL,
        ALTER COLUMN effective_at SET DEFAULT now(),
        ADD CONSTRAINT program_versions_effective_check CHECK (effective_at >= published_at);

      -- What is being written and governs nobody yet.
      CREATE TABLE program_drafts (
        program_id text NOT NULL REFERENCES program_programs (id),
        kind text NOT NULL CHECK (kind IN (
          'terms', 'rate_card', 'quota_plan', 'mark_policy', 'model_policy', 'review_policy')),
        content jsonb NOT NULL,
        based_on integer NOT NULL CHECK (based_on >= 0),
        revision integer NOT NULL CHECK (revision >= 1),
        updated_by text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (program_id, kind)
      );

      -- Secrecy that has ended, once for each clause; what is lifted stays lifted.
      CREATE TABLE program_liftings (
        program_id text NOT NULL REFERENCES program_programs (id),
        terms_id text NOT NULL REFERENCES program_versions (id),
        clause_id text NOT NULL,
        because text NOT NULL CHECK (because IN ('date', 'public_release', 'programme_end')),
        ended_at timestamptz NOT NULL,
        lifted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (terms_id, clause_id)
      );

      -- Every submit asks in which state a programme is and when a cohort works: remembered, and told of here.
      CREATE TRIGGER program_programs_changed AFTER UPDATE ON program_programs
        FOR EACH ROW EXECUTE FUNCTION platform_note_change('program_programs', 'id');
      CREATE TRIGGER program_cohorts_changed AFTER UPDATE ON program_cohorts
        FOR EACH ROW EXECUTE FUNCTION platform_note_change('program_cohorts', 'id');

      -- Deadlines that other parts of a programme keep: calls, events, decisions. One row for each, moved in place.
      CREATE TABLE program_deadlines (
        program_id text NOT NULL REFERENCES program_programs (id),
        key text NOT NULL,
        title text NOT NULL,
        at timestamptz NOT NULL,
        link text NOT NULL,
        PRIMARY KEY (program_id, key)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
