import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What finance may ask: one view or function per reading, each row with a key that never repeats. Only columns that a
 * reading shows are read: a LEFT JOIN on a primary key costs nothing where its columns are not asked for.
 */
export class Readings1764000000180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    for (const view of VIEWS) await runner.query(view);
    await runner.query(INDEXES);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

/** A test compares the decimals with the table of currencies. */
const FUNCTIONS = `
  CREATE FUNCTION reports_decimal(amount bigint, currency text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE currency WHEN 'JPY' THEN amount::text WHEN 'KWD' THEN (amount * 0.001)::text ELSE (amount * 0.01)::text END
  $$;
  CREATE FUNCTION reports_bucket(days integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN days <= 7 THEN '0-7' WHEN days <= 14 THEN '8-14' WHEN days <= 30 THEN '15-30' ELSE 'over-30' END
  $$;`;

const REGISTER = `
  CREATE VIEW reports_reading_payouts AS
  SELECT coalesce(p.paid_at, p.sent_at, p.created_at) AS effective_date, p.created_at, p.id AS payout_id,
    p.batch_id AS group_id,
    (SELECT string_agg(DISTINCT e.cause_type, '+' ORDER BY e.cause_type) FROM compensation_earnings e
      WHERE e.id = ANY (p.earning_ids)) AS kind,
    cardinality(p.earning_ids) || ' earnings' AS description,
    (SELECT string_agg(DISTINCT e.category, '+' ORDER BY e.category) FROM compensation_earnings e
      WHERE e.id = ANY (p.earning_ids)) AS accounting_category_code,
    p.program_id, g.name AS programme, p.person_id AS artist_id, payee.name AS payee_name, payee.email AS payee_email,
    p.amount AS net_amount, p.currency, cardinality(p.earning_ids) AS earnings,
    drafter.email AS submitted_by, first.email AS approved_by, b.approved_at, second.email AS second_approved_by,
    b.second_approved_at, p.sent_at, p.paid_at,
    (SELECT min(e.due_at) FROM compensation_earnings e WHERE e.id = ANY (p.earning_ids)) AS due_at,
    floor(extract(epoch FROM p.paid_at - p.created_at) / 86400)::integer AS days_to_cash,
    p.state AS payout_status, p.reason AS failure_message, p.rail, p.rail_ref, p.state = 'returned' AS is_reversal
  FROM payouts_payouts p
  LEFT JOIN payouts_batches b ON b.id = p.batch_id
  LEFT JOIN program_programs g ON g.id = p.program_id
  LEFT JOIN access_people payee ON payee.id = p.person_id
  LEFT JOIN access_people drafter ON drafter.id = b.drafted_by
  LEFT JOIN access_people first ON first.id = b.approved_by
  LEFT JOIN access_people second ON second.id = b.second_approved_by`;

const EARNINGS = `
  CREATE VIEW reports_reading_earnings AS
  SELECT e.earned_at, e.id AS earning_id, e.program_id, g.name AS programme, e.person_id, who.name AS person,
    e.category, e.program_id || '/' || e.category AS cost_centre, e.cause_type, e.cause_id, e.rate_item,
    e.rate_card_version, e.state, e.amount, e.currency, e.due_at, e.paid_at, e.payout_id, e.source
  FROM compensation_earnings e
  LEFT JOIN program_programs g ON g.id = e.program_id
  LEFT JOIN access_people who ON who.id = e.person_id`;

/** What the state was at an instant: the row itself if nothing moved since, else the last move before it. */
const ACCRUED = `
  CREATE FUNCTION reports_reading_accrued(as_of timestamptz)
  RETURNS TABLE (earned_at timestamptz, earning_id text, program_id text, programme text, person_id text, person text,
    category text, cost_centre text, cause_type text, state text, amount bigint, currency text, due_at timestamptz,
    days integer, bucket text, days_overdue integer, late boolean, payout_id text)
  LANGUAGE sql STABLE AS $$
    SELECT e.earned_at, e.id, e.program_id, g.name, e.person_id, who.name, e.category, e.program_id || '/' || e.category,
      e.cause_type, then_state.is, e.amount, e.currency, e.due_at, age.days, reports_bucket(age.days),
      greatest(0, floor(extract(epoch FROM as_of - e.due_at) / 86400)::integer), e.due_at + interval '30 days' < as_of,
      e.payout_id
    FROM compensation_earnings e
    CROSS JOIN LATERAL (SELECT floor(extract(epoch FROM as_of - e.earned_at) / 86400)::integer AS days) age
    CROSS JOIN LATERAL (SELECT CASE WHEN e.updated_at < as_of THEN e.state ELSE coalesce(
      (SELECT h.to_state FROM compensation_earnings_history h WHERE h.subject_id = e.id AND h.at < as_of
        ORDER BY h.id DESC LIMIT 1), 'due') END AS is) then_state
    LEFT JOIN program_programs g ON g.id = e.program_id
    LEFT JOIN access_people who ON who.id = e.person_id
    WHERE e.earned_at < as_of AND then_state.is NOT IN ('paid', 'reversed')
  $$`;

const GRANTS = `
  CREATE VIEW reports_reading_grants AS
  SELECT c.created_at, c.id AS call_id, c.title, c.program_id, g.name AS programme, c.state, c.decides_at, c.currency, c.budget,
    coalesce(a.committed, 0)::bigint AS committed, coalesce(a.released, 0)::bigint AS released,
    (coalesce(a.committed, 0) - coalesce(a.released, 0))::bigint AS to_release,
    (c.budget - coalesce(a.committed, 0))::bigint AS remaining, coalesce(a.awards, 0)::integer AS awards
  FROM grants_calls c
  LEFT JOIN program_programs g ON g.id = c.program_id
  LEFT JOIN (
    SELECT w.call_id, count(*) FILTER (WHERE w.state NOT IN ('turned_down', 'terminated')) AS awards, sum(m.released) AS released,
      sum(CASE WHEN w.state = 'turned_down' THEN 0 WHEN w.state = 'terminated' THEN m.released ELSE w.amount END) AS committed
    FROM grants_awards w
    CROSS JOIN LATERAL (SELECT coalesce(sum(s.amount) FILTER (WHERE s.state = 'accepted'), 0) AS released
      FROM grants_milestones s WHERE s.award_id = w.id) m
    GROUP BY w.call_id
  ) a ON a.call_id = c.id`;

const TRANCHES = `
  CREATE VIEW reports_reading_tranches AS
  SELECT m.due_at, m.id AS milestone_id, m.position AS milestone_no, m.title, w.id AS award_id, w.call_id, w.program_id,
    g.name AS programme, w.person_id, who.name AS person, m.state, w.currency, m.amount,
    CASE WHEN m.state = 'accepted' THEN m.amount ELSE 0 END AS released, e.id AS earning_id, e.payout_id, e.paid_at
  FROM grants_milestones m
  JOIN grants_awards w ON w.id = m.award_id
  LEFT JOIN compensation_earnings e ON e.cause_type = 'milestone' AND e.cause_id = m.id
  LEFT JOIN program_programs g ON g.id = w.program_id
  LEFT JOIN access_people who ON who.id = w.person_id`;

/** Every movement of a fund or of money set aside. An earning's cost centre is its programme and category. */
const flowOf = (other: string, isIn: boolean): string => `CASE split_part(${other}, ':', 1)
      WHEN 'outside' THEN '${isIn ? 'paid_in' : 'paid_back'}' WHEN 'payable' THEN '${isIn ? 'taken_back' : 'earned'}'
      ELSE '${isIn ? 'given_back' : 'set_aside'}' END`;
const BURN = `
  CREATE VIEW reports_reading_burn AS
  SELECT f.at, f.entry_id, f.line, f.account, f.flow, f.reference, f.currency, f.came, f.went, f.came - f.went AS net,
    p.program_id, g.name AS programme,
    p.program_id || '/' || coalesce(x.category, CASE WHEN f.account LIKE 'award:%' THEN 'set_aside' ELSE 'fund' END) AS cost_centre
  FROM (
    SELECT e.at, l.entry_id, l.line, l.to_account AS account, ${flowOf('l.from_account', true)} AS flow, e.reference,
      e.unit AS currency, l.amount AS came, 0::bigint AS went
    FROM ledger_postings l JOIN ledger_entries e ON e.id = l.entry_id
    WHERE l.to_account LIKE 'fund:%' OR l.to_account LIKE 'award:%'
    UNION ALL
    SELECT e.at, l.entry_id, -l.line, l.from_account, ${flowOf('l.to_account', false)}, e.reference, e.unit, 0, l.amount
    FROM ledger_postings l JOIN ledger_entries e ON e.id = l.entry_id
    WHERE l.from_account LIKE 'fund:%' OR l.from_account LIKE 'award:%'
  ) f
  LEFT JOIN compensation_earnings x ON f.flow IN ('earned', 'taken_back') AND x.id = split_part(f.reference, ':', 2)
  LEFT JOIN grants_calls c ON f.account LIKE 'award:%' AND c.id = split_part(split_part(f.account, ':', 2), '.', 1)
  LEFT JOIN grants_events v ON f.account LIKE 'award:%' AND v.id = split_part(split_part(f.account, ':', 2), '.', 1)
  CROSS JOIN LATERAL (SELECT coalesce(c.program_id, v.program_id, split_part(split_part(f.account, ':', 2), '.', 1)) AS program_id) p
  LEFT JOIN program_programs g ON g.id = p.program_id`;

const TAX = `
  CREATE VIEW reports_reading_tax AS
  SELECT t.year || '/' || t.person_id || '/' || t.category || '/' || t.currency AS line_id, t.year, t.person_id, who.name AS person,
    who.email, t.category, t.currency, t.payments, t.amount
  FROM (
    SELECT extract(year FROM p.paid_at AT TIME ZONE 'UTC')::integer AS year, e.person_id, e.category, e.currency,
      count(DISTINCT p.id)::integer AS payments, sum(e.amount)::bigint AS amount
    FROM compensation_earnings e JOIN payouts_payouts p ON p.id = e.payout_id AND p.state = 'paid'
    GROUP BY 1, 2, 3, 4
  ) t LEFT JOIN access_people who ON who.id = t.person_id`;

const EXCEPTIONS = `
  CREATE VIEW reports_reading_exceptions AS
  SELECT x.since, x.subject_id, x.kind, x.state, x.reason, x.program_id, g.name AS programme, x.person_id, who.name AS person,
    x.amount, x.currency, floor(extract(epoch FROM now() - x.since) / 86400)::integer AS days, x.payout_id, x.batch_id
  FROM (
    SELECT updated_at AS since, id AS subject_id, 'payout' AS kind, state, reason, program_id, person_id, amount, currency,
      id AS payout_id, batch_id
    FROM payouts_payouts WHERE state IN ('on_hold', 'failed', 'returned')
    UNION ALL
    SELECT earned_at, id, 'earning', state, 'The fund of the programme has not enough money for it.', program_id, person_id,
      amount, currency, NULL, NULL
    FROM compensation_earnings WHERE state = 'unfunded'
  ) x
  LEFT JOIN program_programs g ON g.id = x.program_id
  LEFT JOIN access_people who ON who.id = x.person_id`;

/** Who took which step; \`same_person\` says what the rules and the database forbid, and must stay empty. */
const APPROVALS = `
  CREATE VIEW reports_reading_approvals AS
  SELECT s.at, s.step_id, s.batch_id, s.step, s.person_id, who.name AS person, who.email, b.program_id, g.name AS programme,
    b.currency, b.total, b.payouts, b.state,
    (s.step <> 'draft' AND s.person_id = b.drafted_by AND s.step LIKE 'approve%')
      OR (s.step = 'approve_second' AND s.person_id = b.approved_by)
      OR (s.step LIKE 'approve%' AND EXISTS (SELECT FROM payouts_payouts p WHERE p.batch_id = b.id AND p.person_id = s.person_id))
      AS same_person
  FROM (
    SELECT created_at AS at, id || '.1' AS step_id, id AS batch_id, 'draft' AS step, drafted_by AS person_id FROM payouts_batches
    UNION ALL
    SELECT approved_at, id || '.2', id, 'approve', approved_by FROM payouts_batches WHERE approved_by IS NOT NULL
    UNION ALL
    SELECT coalesce(second_approved_at, approved_at), id || '.3', id, 'approve_second', second_approved_by
    FROM payouts_batches WHERE second_approved_by IS NOT NULL
    UNION ALL
    SELECT at, subject_id || '.9.' || id, subject_id, verb, actor_id FROM payouts_batches_history WHERE verb <> 'approve'
  ) s JOIN payouts_batches b ON b.id = s.batch_id
  LEFT JOIN program_programs g ON g.id = b.program_id
  LEFT JOIN access_people who ON who.id = s.person_id`;

const POSTINGS = `
  CREATE VIEW reports_reading_postings AS
  SELECT e.at, l.entry_id, l.line, e.reference, e.kind, l.from_account, l.to_account, l.amount, e.unit AS currency, e.memo::text AS memo
  FROM ledger_postings l JOIN ledger_entries e ON e.id = l.entry_id WHERE e.unit NOT IN ('credit', 'budget')`;

/** The whole ledger, credits too, and what its guarded accounts say that they have. */
const JOURNAL = `
  CREATE VIEW reports_journal AS
  SELECT l.entry_id, e.at, e.reference, e.kind, e.unit, l.from_account, l.to_account, l.amount, l.line
  FROM ledger_entries e JOIN ledger_postings l ON l.entry_id = e.id;
  CREATE VIEW reports_journal_balances AS SELECT name, unit, balance FROM ledger_accounts;
  CREATE VIEW reports_ledger_span AS SELECT min(at) AS first_at FROM ledger_entries;
  CREATE VIEW reports_unexplained AS SELECT NULL::text AS item_id, NULL::timestamptz AS found_at WHERE false`;

const VIEWS = [
  REGISTER,
  EARNINGS,
  ACCRUED,
  GRANTS,
  TRANCHES,
  BURN,
  TAX,
  EXCEPTIONS,
  APPROVALS,
  POSTINGS,
  JOURNAL,
];

/** Lists are read by time and id, newest first. */
const INDEXES = `
  CREATE INDEX compensation_earnings_earned ON compensation_earnings (earned_at, id);
  CREATE INDEX payouts_payouts_created ON payouts_payouts (created_at, id);`;
