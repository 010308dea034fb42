-- Proves: the stored balance of every guarded account is what replaying all postings gives, no more and no less.
-- A row here means that a balance was changed without a posting, or a posting written without its balance.
WITH replay AS (
  SELECT account, sum(amount) AS balance
  FROM (
    SELECT to_account AS account, amount FROM ledger_postings
    UNION ALL
    SELECT from_account, -amount FROM ledger_postings
  ) moves
  WHERE split_part(account, ':', 1) IN ('credits', 'pool', 'budget', 'fund', 'payable', 'transit', 'award', 'task', 'withheld')
  GROUP BY account
)
SELECT coalesce(a.name, r.account) AS account, a.balance AS stored, r.balance AS replayed
FROM ledger_accounts a FULL JOIN replay r ON r.account = a.name
WHERE coalesce(a.balance, 0) <> coalesce(r.balance, 0) OR a.name IS NULL;
