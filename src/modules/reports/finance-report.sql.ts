/**
 * Caller: FinanceReportRepository: what is owed now, payouts on their way included.
 * Index: reads guarded accounts whole, one row per person and currency.
 * Twice: reading only.
 */
export const LIABILITY = `
  SELECT owner_id AS "personId", currency, balance AS amount, held AS reserved
  FROM reports_accounts WHERE kind = 'payable' AND balance > 0 ORDER BY currency, balance DESC, owner_id LIMIT $1`;

/**
 * Caller: FinanceReportRepository.
 * Index: reads guarded accounts whole.
 * Twice: reading only.
 */
export const LIABILITY_TOTALS = `
  SELECT currency, sum(owed)::bigint AS owed, sum(in_transit)::bigint AS "inTransit", sum(unfunded)::bigint AS unfunded,
    sum(people)::int AS people
  FROM (
    SELECT currency, CASE WHEN kind = 'payable' THEN balance ELSE 0 END AS owed,
      CASE WHEN kind = 'transit' THEN balance ELSE 0 END AS in_transit, 0 AS unfunded,
      CASE WHEN kind = 'payable' AND balance > 0 THEN 1 ELSE 0 END AS people
    FROM reports_accounts WHERE kind IN ('payable', 'transit')
    UNION ALL
    SELECT currency, 0, 0, amount, 0 FROM reports_earnings WHERE state = 'unfunded'
  ) parts
  GROUP BY currency ORDER BY currency`;

/**
 * Caller: FinanceReportRepository; funded and spent over all time. $1 is a programme or null for all.
 * Index: ledger_postings_from and ledger_postings_to, read by the prefix of the account's name.
 * Twice: reading only.
 */
export const FUNDS = `
  SELECT program_id AS "programId", currency,
    sum(amount) FILTER (WHERE other LIKE 'outside:%')::bigint AS funded,
    coalesce(-sum(amount) FILTER (WHERE other LIKE 'payable:%'), 0)::bigint AS earned,
    coalesce(-sum(amount) FILTER (WHERE other LIKE 'award:%'), 0)::bigint AS committed,
    sum(amount)::bigint AS balance
  FROM reports_fund_flows WHERE $1::text IS NULL OR program_id = $1
  GROUP BY program_id, currency ORDER BY program_id, currency`;

/**
 * Caller: FinanceReportRepository; earnings that have not arrived, by whole days since they were earned.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const WAITING = `
  SELECT currency, floor(extract(epoch FROM now() - earned_at) / 86400)::int AS days, count(*)::int AS count,
    sum(amount)::bigint AS amount
  FROM reports_earnings
  WHERE paid_at IS NULL AND state <> 'reversed' AND ($1::text IS NULL OR program_id = $1)
  GROUP BY currency, days ORDER BY currency, days`;

/**
 * Caller: FinanceReportRepository; payouts that need or needed a person.
 * Index: reads the view whole.
 * Twice: reading only.
 */
export const EXCEPTIONS = `
  SELECT state, currency, count(*)::int AS count, sum(amount)::bigint AS amount
  FROM reports_payouts
  WHERE state IN ('on_hold', 'failed', 'returned') AND ($1::text IS NULL OR program_id = $1)
  GROUP BY state, currency ORDER BY state, currency`;
