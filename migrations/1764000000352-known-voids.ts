import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * News of work and of its void arrive in any order: the books remember the void. And pay that was given again after one,
 * or stands in the place of a wrong amount, is pay for its minutes.
 */
export class KnownVoids1764000000352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE compensation_voids (
        void_id text PRIMARY KEY,
        work text NOT NULL CHECK (work IN ('feedback', 'task_seat')),
        pay_ref text NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('confirmed', 'overturned')),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX compensation_voids_in_force ON compensation_voids (pay_ref) WHERE state = 'confirmed';
      CREATE INDEX compensation_earnings_history_void ON compensation_earnings_history ((note ->> 'voidId'))
        WHERE verb = 'reverse' AND note ? 'voidId'`);
    await runner.query(`
      CREATE OR REPLACE VIEW reports_seat_pay AS
      SELECT s.id, s.task_id, s.program_id, s.person_id, s.minutes, s.state, s.updated_at, t.currency,
        coalesce(p.amount, 0)::bigint AS paid, coalesce(p.top_up, 0)::bigint AS top_up
      FROM feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id
      LEFT JOIN LATERAL (
        WITH RECURSIVE earned AS (
          SELECT e.id, e.cause_type AS root, e.amount, e.state FROM compensation_earnings e
          WHERE e.cause_type IN ('task_seat', 'true_up') AND e.cause_id = s.id
          UNION ALL
          SELECT e.id, o.root, e.amount, e.state FROM earned o JOIN compensation_earnings e
            ON e.evidence ->> 'earningId' = o.id AND e.cause_type IN ('correction', 'restored')
        )
        SELECT sum(amount) AS amount, sum(amount) FILTER (WHERE root = 'true_up') AS top_up FROM earned WHERE state <> 'reversed'
      ) p ON true
      WHERE s.state IN ('submitted', 'accepted', 'voided') AND s.minutes IS NOT NULL`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
