-- Proves: what was held for an event is still held, paid to who came, or back in the fund, and an ended event holds
-- nothing. A row here means that money for stipends or expenses was lost or forgotten.
WITH flows AS (
  SELECT e.id, e.state, e.seats * (e.stipend + e.expenses) AS most,
    coalesce(sum(p.amount) FILTER (WHERE p.to_account = a.name), 0) AS reserved,
    coalesce(sum(p.amount) FILTER (WHERE p.from_account = a.name), 0) AS gone,
    coalesce((SELECT balance FROM ledger_accounts WHERE name = a.name), 0) AS held
  FROM grants_events e
    CROSS JOIN LATERAL (VALUES ('award:' || e.id || '.' || e.currency)) AS a (name)
    LEFT JOIN ledger_postings p ON p.from_account = a.name OR p.to_account = a.name
  GROUP BY e.id, a.name
)
SELECT * FROM flows
WHERE reserved NOT IN (0, most) OR reserved <> held + gone OR (state IN ('open', 'closed') AND reserved <> most)
  OR (state IN ('draft', 'settled', 'cancelled') AND held <> 0);
