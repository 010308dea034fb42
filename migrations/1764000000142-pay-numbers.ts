import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the pay numbers may know: what came of feedback by the author's own label, and what a seat of a task paid for its
 * time. Labels leave the database in sums only. Times are read from the seats themselves: a copy of them is not kept.
 */
export class PayNumbers1764000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE compensation_task_times');
    for (const view of VIEWS) await runner.query(view);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const VIEWS = [
  `CREATE VIEW reports_feedback_outcomes AS
    SELECT i.id, i.program_id, i.person_id, coalesce(i.sentiment, 'none') AS sentiment, i.state,
      i.state = 'declined' AS is_declined,
      EXISTS (SELECT FROM feedback_voids v WHERE v.subject = 'feedback' AND v.subject_id = i.id AND v.state = 'confirmed') AS is_voided,
      d.at AS decided_at, extract(epoch FROM d.at - i.created_at)::double precision / 86400 AS days
    FROM feedback_items i
    LEFT JOIN LATERAL (
      SELECT h.at FROM feedback_items_history h
      WHERE h.subject_id = i.id AND h.to_state IN ('accepted', 'declined', 'duplicate') ORDER BY h.id LIMIT 1
    ) d ON true`,

  `CREATE VIEW reports_seat_pay AS
    SELECT s.id, s.task_id, s.program_id, s.person_id, s.minutes, s.state, s.updated_at, t.currency,
      coalesce(p.amount, 0)::bigint AS paid, coalesce(p.top_up, 0)::bigint AS top_up
    FROM feedback_seats s JOIN feedback_tasks t ON t.id = s.task_id
    LEFT JOIN LATERAL (
      SELECT sum(e.amount) AS amount, sum(e.amount) FILTER (WHERE e.cause_type = 'true_up') AS top_up
      FROM compensation_earnings e
      WHERE e.cause_type IN ('task_seat', 'true_up') AND e.cause_id = s.id AND e.state <> 'reversed'
    ) p ON true
    WHERE s.state IN ('submitted', 'accepted', 'voided') AND s.minutes IS NOT NULL`,

  `CREATE VIEW reports_pay_dates AS
    SELECT id, program_id, person_id, pay_by, paid_at FROM compensation_earnings WHERE state <> 'reversed'`,
];
