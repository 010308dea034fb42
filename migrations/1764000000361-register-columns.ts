import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register says more: cohort, the name of the category, who paid, what is reported to the tax office, the rail's own
 * payment to the bank, and which payouts belong together. Tries to make somebody known to a rail are numbered.
 */
export class RegisterColumns1764000000361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRIES);
    await runner.query(BANK_REF);
    await runner.query(NAMES);
    await runner.query(REGISTER);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const TRIES = `
  CREATE TABLE payouts_recipient_tries (
    person_id text NOT NULL REFERENCES access_people (id),
    rail text NOT NULL CHECK (rail IN ('sandbox', 'stripe', 'bank_file')),
    number integer NOT NULL DEFAULT 1 CHECK (number > 0),
    begun_at timestamptz NOT NULL DEFAULT now(),
    tried_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person_id, rail)
  );`;

/** A transfer goes to the payee's account at the rail; the rail pays that out to the bank under a name of its own. */
const BANK_REF = 'ALTER TABLE payouts_payouts ADD COLUMN bank_ref text';

/** A test compares both with the tables of the module that they are from. */
const NAMES = `
  CREATE FUNCTION compensation_category_name(category text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE category WHEN 'service' THEN 'Compensation for work' WHEN 'prize' THEN 'Prizes and awards'
      WHEN 'royalty' THEN 'Royalties' WHEN 'reimbursement' THEN 'Refunded expenses' END
  $$;
  CREATE FUNCTION compensation_reported_from(category text, year integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN category IN ('service', 'prize') THEN CASE WHEN year >= 2026 THEN 200000 ELSE 60000 END
      WHEN category = 'royalty' THEN 1000 END::bigint
  $$;`;

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

/** Whether a kind of income in it makes a 1099 for its payee: a US person, paid by those rules, over the line of that year. */
const REPORTABLE = `(p.paid_at IS NOT NULL AND residence.is_us_person IS TRUE AND EXISTS (
      SELECT FROM compensation_earnings e
      JOIN compensation_tax_settings s ON s.program_id = e.program_id AND s.regime = 'us'
      WHERE e.person_id = p.person_id AND e.state = 'paid' AND e.currency = 'USD'
        AND e.paid_at >= date_trunc('year', p.paid_at, 'UTC') AND e.paid_at < date_trunc('year', p.paid_at, 'UTC') + interval '1 year'
        AND e.category IN (SELECT x.category FROM compensation_earnings x WHERE x.id = ANY (p.earning_ids))
      GROUP BY e.category
      HAVING sum(e.amount) >= compensation_reported_from(e.category, extract(year FROM p.paid_at AT TIME ZONE 'UTC')::integer)))`;

/** Whose hand let it go: whoever made the file for the bank, or whoever sent the batch on; else Atelier by itself. */
const PAID_BY = `CASE WHEN p.sent_at IS NOT NULL THEN coalesce(
      (SELECT maker.email FROM payouts_bank_orders o JOIN payouts_bank_files f ON f.id = o.file_id
        JOIN access_people maker ON maker.id = f.made_by WHERE o.reference = p.id),
      (SELECT coalesce(sender.email, h.actor_id) FROM payouts_batches_history h LEFT JOIN access_people sender ON sender.id = h.actor_id
        WHERE h.subject_id = p.batch_id AND h.verb IN ('send', 'resume') AND h.at <= p.sent_at ORDER BY h.id DESC LIMIT 1)) END`;

/** The payout of the same earnings that did not arrive or came back before this one. */
const REPLACES = `(SELECT max(q.id) FROM payouts_payouts q WHERE q.person_id = p.person_id AND q.id < p.id
      AND q.state IN ('failed', 'returned') AND q.earning_ids && p.earning_ids)`;

const REGISTER = `
  DROP VIEW reports_reading_payouts;
  CREATE VIEW reports_reading_payouts AS
  SELECT coalesce(p.paid_at, p.sent_at, p.created_at) AS effective_date, p.created_at, p.id AS payout_id,
    p.batch_id AS group_id, ${of('e.cause_type')} AS kind, cardinality(p.earning_ids) || ' earnings' AS description,
    ${of('e.category')} AS accounting_category_code, ${of('compensation_category_name(e.category)')} AS accounting_category_name,
    ${of(`e.program_id || '/' || e.category`)} AS cost_centre,
    p.program_id, g.name AS programme, (SELECT c.name FROM enrollment_enrollments n JOIN program_cohorts c ON c.id = n.cohort_id
      WHERE n.program_id = p.program_id AND n.person_id = p.person_id ORDER BY n.id DESC LIMIT 1) AS cohort,
    p.person_id AS artist_id, payee.name AS payee_name, payee.email AS payee_email,
    coalesce(recipient.country, residence.country) AS payee_country,
    p.amount + p.withheld AS gross_amount, p.withheld AS tax_withheld, p.amount AS net_amount, p.currency,
    cardinality(p.earning_ids) AS earnings, ${of('e.cause_id')} AS source_id,
    ${ofTranche('w.call_id')} AS grant_id, ${ofTranche('m.position::text')} AS milestone_no,
    drafter.email AS submitted_by, first.email AS approved_by, b.approved_at, second.email AS second_approved_by,
    b.second_approved_at, ${PAID_BY} AS paid_by, p.sent_at, p.paid_at,
    (SELECT min(e.due_at) FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids)) AS due_at,
    floor(extract(epoch FROM p.paid_at - p.created_at) / 86400)::integer AS days_to_cash,
    (SELECT min(e.pay_by) FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids)) < coalesce(p.paid_at, now()) AS late,
    ${ofForm('kind')} AS tax_form_type, ${ofForm('state')} AS tax_form_status,
    extract(year FROM p.paid_at AT TIME ZONE 'UTC')::integer AS tax_year, ${REPORTABLE} AS reportable_1099,
    p.state AS payout_status,
    (SELECT a.code FROM payouts_attempts a WHERE a.payout_id = p.id ORDER BY a.number DESC LIMIT 1) AS failure_code,
    p.reason AS failure_message, p.rail, p.recipient AS rail_account, p.rail_ref, p.bank_ref,
    CASE WHEN p.rail = 'stripe' THEN p.recipient END AS stripe_account_id,
    CASE WHEN p.rail = 'stripe' THEN p.rail_ref END AS stripe_transfer_id,
    CASE WHEN p.rail = 'stripe' THEN p.bank_ref END AS stripe_payout_id, p.id AS merchant_reference,
    p.state = 'returned' AS is_reversal, CASE WHEN p.state = 'returned' THEN p.id END AS reverses_payout_id,
    ${REPLACES} AS replaces_payout_id
  FROM payouts_payouts p
  LEFT JOIN payouts_batches b ON b.id = p.batch_id
  LEFT JOIN program_programs g ON g.id = p.program_id
  LEFT JOIN access_people payee ON payee.id = p.person_id
  LEFT JOIN access_people drafter ON drafter.id = b.drafted_by
  LEFT JOIN access_people first ON first.id = b.approved_by
  LEFT JOIN access_people second ON second.id = b.second_approved_by
  LEFT JOIN payouts_recipients recipient ON recipient.person_id = p.person_id AND recipient.rail = b.rail
  LEFT JOIN compensation_tax_residences residence ON residence.person_id = p.person_id`;
