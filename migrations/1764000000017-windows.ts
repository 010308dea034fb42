import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Credits by the window, pools, goodwill. Who had a grant before gets a purse with the window of that grant, so that it is
 * not granted again; all that is there lasts, because no plan has said yet that it would expire.
 */
export class Windows1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_purses (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('artist', 'pool')),
        program_id text NOT NULL REFERENCES program_programs (id),
        is_open boolean NOT NULL DEFAULT true,
        plan_id text NOT NULL REFERENCES program_versions (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        lasting bigint NOT NULL DEFAULT 0 CHECK (lasting >= 0),
        CHECK (starts_at < ends_at)
      );
      CREATE INDEX quota_purses_due ON quota_purses (ends_at) WHERE is_open;

      INSERT INTO quota_purses (id, kind, program_id, is_open, plan_id, starts_at, ends_at, lasting)
      SELECT DISTINCT ON (e.id) e.id, 'artist', e.program_id, e.state = 'active', v.id, w.starts_at,
        CASE WHEN v.content ->> 'window' = 'programme' THEN p.ends_at ELSE w.starts_at + w.length END,
        coalesce(a.balance, 0)
      FROM ledger_entries l
      JOIN enrollment_enrollments e ON e.id = split_part(l.reference, ':', 2)
      JOIN program_versions v ON v.id = split_part(l.reference, ':', 3)
      JOIN program_programs p ON p.id = e.program_id
      LEFT JOIN ledger_accounts a ON a.name = 'credits:' || e.id
      CROSS JOIN LATERAL (SELECT
        CASE v.content ->> 'window'
          WHEN 'day' THEN date_trunc('day', l.at, 'UTC') WHEN 'week' THEN date_trunc('week', l.at, 'UTC') ELSE p.starts_at
        END AS starts_at,
        CASE v.content ->> 'window' WHEN 'day' THEN interval '24 hours' ELSE interval '168 hours' END AS length
      ) w
      WHERE l.kind = 'quota.granted' AND l.reference LIKE 'grant:%'
      ORDER BY e.id, l.id DESC;

      INSERT INTO quota_purses (id, kind, program_id, plan_id, starts_at, ends_at)
      SELECT DISTINCT ON (program_id) program_id, 'pool', program_id, plan_id, starts_at, ends_at
      FROM quota_purses WHERE is_open ORDER BY program_id, ends_at DESC;

      ALTER TABLE quota_charges ADD COLUMN pool_id text REFERENCES program_programs (id);

      -- The account that a hold reserves on; null where there is none.
      CREATE FUNCTION ledger_account_of_hold(ref text) RETURNS text LANGUAGE sql AS $$
        SELECT account FROM ledger_holds WHERE reference = ref
      $$;

      -- As before, and which pool pays in place of the artist: the hold, written just before, says so.
      CREATE OR REPLACE FUNCTION quota_charge_many(clips text[], enrollments text[], keys text[], amounts bigint[])
      RETURNS void LANGUAGE sql AS $$
        INSERT INTO quota_charges (generation_id, enrollment_id, key_id, pool_id, credits)
        SELECT c.clip, c.enrollment, c.key, substr(ledger_account_of_hold('hold:' || c.clip || ':pool'), 6), c.amount
        FROM unnest(clips, enrollments, keys, amounts) AS c (clip, enrollment, key, amount)
      $$;

      CREATE TABLE quota_goodwill (
        generation_id text PRIMARY KEY REFERENCES quota_charges (generation_id),
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        cause text NOT NULL CHECK (cause IN ('unusable', 'eta_missed')),
        shot text NOT NULL,
        credits bigint NOT NULL CHECK (credits > 0),
        evidence jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX quota_goodwill_enrollment ON quota_goodwill (enrollment_id, cause, at);

      ALTER TABLE generation_generations
        ADD COLUMN unusable_reason text,
        ADD COLUMN unusable_note text,
        ADD CONSTRAINT generation_unusable CHECK (unusable_reason IS NULL OR (state = 'succeeded' AND NOT is_keeper)),
        ADD CONSTRAINT generation_unusable_note CHECK (unusable_note IS NULL OR unusable_reason IS NOT NULL);
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
