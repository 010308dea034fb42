import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register with gross, tax and form; reconciliation and hourly pay as readings. A payout keeps what was withheld from
 * its earnings, so that gross is a sum of columns.
 */
export class FinanceReadings1764000000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WITHHELD);
    await runner.query(REGISTER);
    await runner.query(RECONCILIATION);
    await runner.query(HOURLY);
    await runner.query(INDEXES);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const WITHHELD = `
  ALTER TABLE payouts_payouts ADD COLUMN withheld bigint NOT NULL DEFAULT 0 CHECK (withheld >= 0);
  UPDATE payouts_payouts p SET withheld = w.withheld
  FROM (SELECT q.id, sum(e.withheld)::bigint AS withheld FROM payouts_payouts q
    JOIN compensation_earnings e ON e.id = ANY (q.earning_ids) GROUP BY q.id HAVING sum(e.withheld) > 0) w
  WHERE w.id = p.id;
  DROP TRIGGER payouts_payouts_frozen ON payouts_payouts;
  CREATE TRIGGER payouts_payouts_frozen BEFORE UPDATE ON payouts_payouts
    FOR EACH ROW WHEN ((OLD.batch_id, OLD.person_id, OLD.amount, OLD.withheld, OLD.currency, OLD.earning_ids)
      IS DISTINCT FROM (NEW.batch_id, NEW.person_id, NEW.amount, NEW.withheld, NEW.currency, NEW.earning_ids))
    EXECUTE FUNCTION payouts_refuse_change();`;

/** Of the earnings of a payout, in one word each: what they have in common, or all of it with a plus between. */
const of = (
  expression: string,
): string => `(SELECT string_agg(DISTINCT ${expression}, '+' ORDER BY ${expression})
      FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids))`;
const ofTranche = (
  expression: string,
): string => `(SELECT string_agg(DISTINCT ${expression}, '+' ORDER BY ${expression})
      FROM compensation_earnings e JOIN grants_milestones m ON e.cause_type = 'milestone' AND m.id = e.cause_id
      JOIN grants_awards w ON w.id = m.award_id WHERE e.id = ANY (p.earning_ids))`;
const ofForm = (
  column: string,
): string => `(SELECT f.${column} FROM compensation_tax_forms f WHERE f.person_id = p.person_id
      ORDER BY f.state = 'valid' DESC, f.updated_at DESC, f.id LIMIT 1)`;

const REGISTER = `
  DROP VIEW reports_reading_payouts;
  CREATE VIEW reports_reading_payouts AS
  SELECT coalesce(p.paid_at, p.sent_at, p.created_at) AS effective_date, p.created_at, p.id AS payout_id,
    p.batch_id AS group_id, ${of('e.cause_type')} AS kind, cardinality(p.earning_ids) || ' earnings' AS description,
    ${of('e.category')} AS accounting_category_code, ${of(`e.program_id || '/' || e.category`)} AS cost_centre,
    p.program_id, g.name AS programme, p.person_id AS artist_id, payee.name AS payee_name, payee.email AS payee_email,
    coalesce(recipient.country, residence.country) AS payee_country,
    p.amount + p.withheld AS gross_amount, p.withheld AS tax_withheld, p.amount AS net_amount, p.currency,
    cardinality(p.earning_ids) AS earnings, ${of('e.cause_id')} AS source_id,
    ${ofTranche('w.call_id')} AS grant_id, ${ofTranche('m.position::text')} AS milestone_no,
    drafter.email AS submitted_by, first.email AS approved_by, b.approved_at, second.email AS second_approved_by,
    b.second_approved_at, p.sent_at, p.paid_at,
    (SELECT min(e.due_at) FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids)) AS due_at,
    floor(extract(epoch FROM p.paid_at - p.created_at) / 86400)::integer AS days_to_cash,
    (SELECT min(e.pay_by) FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids)) < coalesce(p.paid_at, now()) AS late,
    ${ofForm('kind')} AS tax_form_type, ${ofForm('state')} AS tax_form_status,
    extract(year FROM p.paid_at AT TIME ZONE 'UTC')::integer AS tax_year,
    p.state AS payout_status,
    (SELECT a.code FROM payouts_attempts a WHERE a.payout_id = p.id ORDER BY a.number DESC LIMIT 1) AS failure_code,
    p.reason AS failure_message, p.rail, p.recipient AS rail_account, p.rail_ref, p.state = 'returned' AS is_reversal
  FROM payouts_payouts p
  LEFT JOIN payouts_batches b ON b.id = p.batch_id
  LEFT JOIN program_programs g ON g.id = p.program_id
  LEFT JOIN access_people payee ON payee.id = p.person_id
  LEFT JOIN access_people drafter ON drafter.id = b.drafted_by
  LEFT JOIN access_people first ON first.id = b.approved_by
  LEFT JOIN access_people second ON second.id = b.second_approved_by
  LEFT JOIN payouts_recipients recipient ON recipient.person_id = p.person_id AND recipient.rail = b.rail
  LEFT JOIN compensation_tax_residences residence ON residence.person_id = p.person_id`;

/** Everything that was compared with a rail; a side that has nothing counts as nothing. */
const RECONCILIATION = `
  CREATE VIEW reports_reading_reconciliation AS
  SELECT f.at, f.id AS finding_id, f.rail, f.kind, f.subject, f.payout_id, p.batch_id, p.program_id, g.name AS programme,
    p.person_id, who.name AS person, f.rail_ref, f.match, f.state, coalesce(f.ours, 0)::bigint AS ours,
    coalesce(f.theirs, 0)::bigint AS theirs, (coalesce(f.theirs, 0) - coalesce(f.ours, 0))::bigint AS difference, f.currency,
    f.note, CASE WHEN f.state IN ('open', 'proposed') THEN floor(extract(epoch FROM now() - f.found_at) / 86400)::integer END AS days,
    f.explanation, writer.name AS explained_by, reader.name AS accepted_by, f.accepted_at, f.seen_at
  FROM payouts_findings f
  LEFT JOIN payouts_payouts p ON p.id = f.payout_id
  LEFT JOIN program_programs g ON g.id = p.program_id
  LEFT JOIN access_people who ON who.id = p.person_id
  LEFT JOIN access_people writer ON writer.id = f.explained_by
  LEFT JOIN access_people reader ON reader.id = f.accepted_by`;

/** Requested work by seat: what its confirmed time made an hour, top-ups in it. */
const HOURLY = `
  CREATE VIEW reports_reading_hourly AS
  SELECT s.updated_at AS at, s.id AS seat_id, s.task_id, s.program_id, g.name AS programme, s.person_id, who.name AS person, s.minutes,
    s.paid, s.top_up, (s.paid * 60 / s.minutes)::bigint AS hourly, s.currency,
    CASE WHEN s.paid = 0 THEN 'unpaid' WHEN s.paid * 60 / s.minutes < 1000 * u.units THEN 'under-10'
      WHEN s.paid * 60 / s.minutes < 1500 * u.units THEN '10-15' WHEN s.paid * 60 / s.minutes < 2500 * u.units THEN '15-25'
      WHEN s.paid * 60 / s.minutes < 5000 * u.units THEN '25-50' ELSE 'over-50' END AS band
  FROM reports_seat_pay s
  CROSS JOIN LATERAL (SELECT CASE s.currency WHEN 'JPY' THEN 0.01 WHEN 'KWD' THEN 10 ELSE 1 END AS units) u
  LEFT JOIN program_programs g ON g.id = s.program_id
  LEFT JOIN access_people who ON who.id = s.person_id
  WHERE s.state = 'accepted'`;

const INDEXES = `
  CREATE INDEX feedback_seats_timed ON feedback_seats (updated_at, id) WHERE minutes IS NOT NULL;`;
