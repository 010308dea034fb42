-- Proves: of every call's budget each unit is still set aside, awarded to an artist, or back in the fund, and an ended
-- call has nothing left aside. A row here means that grant money went somewhere else or was forgotten.
WITH flows AS (
  SELECT c.id, c.state, c.budget, c.awarded,
    coalesce(sum(p.amount) FILTER (WHERE p.to_account = a.name), 0) AS reserved,
    coalesce(sum(p.amount) FILTER (WHERE p.from_account = a.name AND p.to_account LIKE 'payable:%'), 0) AS granted,
    coalesce(sum(p.amount) FILTER (WHERE p.from_account = a.name AND p.to_account LIKE 'fund:%'), 0) AS returned,
    coalesce((SELECT balance FROM ledger_accounts WHERE name = a.name), 0) AS aside
  FROM grants_calls c
    CROSS JOIN LATERAL (VALUES ('award:' || c.id || '.' || c.currency)) AS a (name)
    LEFT JOIN ledger_postings p ON p.from_account = a.name OR p.to_account = a.name
  GROUP BY c.id, a.name
)
SELECT * FROM flows
WHERE reserved NOT IN (0, budget)
  OR (state IN ('open', 'closed', 'decided') AND reserved <> budget)
  OR aside + granted + returned <> reserved
  OR granted <> awarded
  OR (state IN ('draft', 'decided', 'cancelled') AND aside <> 0);
