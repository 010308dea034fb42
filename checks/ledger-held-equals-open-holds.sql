-- Proves: what an account has set aside is exactly the sum of its open holds.
-- A row here means that a hold ended without giving its amount back, or gave it back twice.
WITH promised AS (
  SELECT account, sum(amount) AS held FROM ledger_holds WHERE state = 'open' GROUP BY account
)
SELECT coalesce(a.name, p.account) AS account, a.held AS stored, p.held AS promised
FROM ledger_accounts a FULL JOIN promised p ON p.account = a.name
WHERE coalesce(a.held, 0) <> coalesce(p.held, 0) OR a.name IS NULL;
