import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the reports may know of other modules: views, read only, one per subject. A change of another module's tables
 * that a report depends on fails here, in its migration, and not in a report months later.
 */
export class Reports1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const view of VIEWS) await runner.query(view);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const VIEWS = [
  `CREATE VIEW reports_enrollments AS
    SELECT id, program_id, person_id, state FROM enrollment_enrollments`,

  `CREATE VIEW reports_generations AS
    SELECT id, program_id, person_id, state, is_keeper, finished_at IS NOT NULL AS is_ended,
      extract(epoch FROM started_at - queued_at)::double precision AS wait_seconds,
      extract(epoch FROM finished_at - started_at)::double precision AS render_seconds
    FROM generation_generations`,

  `CREATE VIEW reports_works AS
    SELECT id, program_id, person_id FROM approval_works WHERE NOT is_taken_down`,

  `CREATE VIEW reports_decisions AS
    SELECT d.id, s.program_id, d.author_id AS person_id, d.outcome, d.statement ->> 'ground' AS ground,
      extract(epoch FROM d.at - s.submitted_at)::double precision / 3600 AS hours
    FROM approval_decisions d JOIN approval_submissions s ON s.id = d.submission_id`,

  `CREATE VIEW reports_appeals AS
    SELECT id, program_id, appellant_id AS person_id, state FROM approval_appeals`,

  `CREATE VIEW reports_feedback AS
    SELECT id, program_id, person_id, type, state FROM feedback_items`,

  `CREATE VIEW reports_earnings AS
    SELECT e.id, e.program_id, e.person_id, e.currency, e.amount, e.state, e.earned_at, p.paid_at
    FROM compensation_earnings e
    LEFT JOIN payouts_payouts p ON p.id = e.payout_id AND p.state = 'paid'`,

  `CREATE VIEW reports_payouts AS
    SELECT id, program_id, person_id, currency, amount, state FROM payouts_payouts`,

  `CREATE VIEW reports_accounts AS
    SELECT kind, split_part(split_part(name, ':', 2), '.', 1) AS owner_id, unit AS currency, balance, held
    FROM ledger_accounts WHERE kind IN ('payable', 'fund', 'award', 'transit')`,

  `CREATE VIEW reports_fund_flows AS
    SELECT split_part(split_part(p.to_account, ':', 2), '.', 1) AS program_id, e.unit AS currency, p.from_account AS other,
      p.amount AS amount, e.at
    FROM ledger_postings p JOIN ledger_entries e ON e.id = p.entry_id WHERE p.to_account LIKE 'fund:%'
    UNION ALL
    SELECT split_part(split_part(p.from_account, ':', 2), '.', 1), e.unit, p.to_account, -p.amount, e.at
    FROM ledger_postings p JOIN ledger_entries e ON e.id = p.entry_id WHERE p.from_account LIKE 'fund:%'`,
];
