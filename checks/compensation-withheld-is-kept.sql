-- Proves: what was withheld from earnings of a programme is what its account for tax offices holds plus what was passed on.
-- A row here means that tax of artists was spent on something else.
SELECT p.program_id, p.currency, p.withheld, coalesce(a.balance, 0) AS held, p.remitted
FROM (
  SELECT program_id, currency, sum(withheld) AS withheld, sum(remitted) AS remitted FROM (
    SELECT program_id, currency, withheld, 0 AS remitted FROM compensation_earnings WHERE withheld > 0
    UNION ALL
    SELECT program_id, currency, 0, amount FROM compensation_tax_remittances
  ) parts GROUP BY program_id, currency
) p LEFT JOIN ledger_accounts a ON a.name = 'withheld:' || p.program_id || '.' || p.currency
WHERE p.withheld <> coalesce(a.balance, 0) + p.remitted;
