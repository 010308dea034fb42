import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Clips leave by a published rule, after a warning, through a bin. What was removed for good before is an emptied bin. */
export class Bin1764000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KIND);
    await runner.query(BIN);
    await runner.query(BOUND);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const KINDS = `'terms', 'rate_card', 'quota_plan', 'mark_policy', 'model_policy', 'review_policy', 'retention_policy'`;

const KIND = ['program_versions', 'program_drafts']
  .map(
    (table) => `
      ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check,
        ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${KINDS}));`,
  )
  .join('');

const BIN = `
  CREATE TABLE generation_bin (
    id text PRIMARY KEY REFERENCES generation_generations (id),
    person_id text NOT NULL REFERENCES access_people (id),
    state text NOT NULL CHECK (state IN ('stored', 'warned', 'binned', 'emptied')),
    counted_from timestamptz,
    warned_at timestamptz,
    goes_at timestamptz,
    bytes bigint NOT NULL DEFAULT 0 CHECK (bytes >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT generation_bin_says_when CHECK ((goes_at IS NOT NULL) = (state IN ('warned', 'binned')))
  );
  CREATE INDEX generation_bin_person ON generation_bin (person_id, state, id DESC);
  CREATE INDEX generation_bin_due ON generation_bin (goes_at) WHERE state IN ('warned', 'binned');
  CREATE INDEX generation_bin_told ON generation_bin (person_id, warned_at) WHERE warned_at IS NOT NULL;
  CREATE INDEX generation_generations_unkept ON generation_generations (person_id, finished_at)
    WHERE state = 'succeeded' AND NOT is_keeper;
  ${historyTable('generation_bin_history', 'generation_bin')}
  CREATE TRIGGER generation_bin_own_step BEFORE INSERT ON generation_bin_history
    FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('generation_bin', 'put,restore,empty,remove');

  INSERT INTO generation_bin (id, person_id, state, created_at, updated_at)
    SELECT d.generation_id, g.person_id, 'emptied', d.discarded_at, d.discarded_at
    FROM generation_discards d JOIN generation_generations g ON g.id = d.generation_id;
  DROP TABLE generation_discards;`;

/**
 * What a clip is needed for, of every module: its files do not go while this says anything. It reads tables of modules
 * to the right, because a rule that each of them had to remember to tell would lose a file the first time one forgot.
 */
const BOUND = `
  CREATE FUNCTION generation_bound_by(clip text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
      WHEN g.is_keeper THEN 'kept'
      WHEN EXISTS (SELECT FROM approval_works w WHERE w.generation_id = clip) THEN 'published'
      WHEN EXISTS (SELECT FROM approval_submissions s WHERE s.generation_id = clip AND s.state <> 'withdrawn'
          AND (s.state <> 'declined' OR EXISTS (SELECT FROM approval_decisions d WHERE d.submission_id = s.id
            AND d.outcome = 'declined' AND (d.statement ->> 'appealUntil')::timestamptz > now()))) THEN 'sharing'
      WHEN EXISTS (SELECT FROM approval_appeals a JOIN approval_submissions s ON s.id = a.submission_id
          WHERE s.generation_id = clip AND a.state IN ('filed', 'in_review')) THEN 'appeal'
      WHEN EXISTS (SELECT FROM redress_statements s
          WHERE s.id IN (
              SELECT e.id FROM redress_statements e WHERE e.evidence @> ARRAY[clip]
              UNION ALL SELECT o.id FROM redress_statements o WHERE o.subject_id = clip
              UNION ALL SELECT d.id FROM feedback_items f JOIN redress_statements d ON d.subject_id = f.id
                WHERE f.generation_id = clip)
            AND (s.state IN ('held', 'in_force', 'ended') AND s.appeal_until > now() OR EXISTS (
              SELECT FROM redress_appeals a WHERE a.statement_id = s.id AND a.state IN ('filed', 'in_review'))))
        THEN 'appeal'
      WHEN EXISTS (SELECT FROM generation_stopped_keys k
          WHERE k.key_id = g.key_id AND g.created_at >= k.since AND k.released_at IS NULL) THEN 'withheld'
      WHEN EXISTS (SELECT FROM feedback_items f WHERE f.generation_id = clip AND (
          f.state IN ('new', 'triaged', 'needs_info', 'planned', 'in_progress')
          OR EXISTS (SELECT FROM feedback_voids v WHERE v.subject = 'feedback' AND v.subject_id = f.id AND v.state = 'proposed')
          OR EXISTS (SELECT FROM compensation_earnings e WHERE e.cause_type = 'feedback' AND e.cause_id IN (f.id, f.pay_ref)
            AND (e.state IN ('unfunded', 'due', 'in_payout') OR EXISTS (SELECT FROM compensation_corrections c
              WHERE c.earning_id = e.id AND c.state IN ('proposed', 'contested')))))) THEN 'feedback'
      WHEN EXISTS (SELECT FROM enrollment_enrollments e WHERE e.id = g.enrollment_id AND e.state = 'offboarding')
        OR EXISTS (SELECT FROM reports_archives a WHERE a.person_id = g.person_id AND a.state IN ('queued', 'running'))
        THEN 'leaving'
    END
    FROM generation_generations g WHERE g.id = clip
  $$;
  CREATE INDEX approval_submissions_clip ON approval_submissions (generation_id);
  CREATE INDEX approval_works_clip ON approval_works (generation_id);`;
