-- Proves: of every call's budget each unit is still held, released to an artist, or back in the fund; what is held after
-- the decision is exactly what standing awards have not paid out. A row here means that grant money went somewhere else
-- or was forgotten.
WITH flows AS (
  SELECT c.id, c.state, c.budget, c.awarded,
    coalesce(sum(p.amount) FILTER (WHERE p.to_account = a.name), 0) AS reserved,
    coalesce(sum(p.amount) FILTER (WHERE p.from_account = a.name AND p.to_account LIKE 'payable:%'), 0) AS released,
    coalesce(sum(p.amount) FILTER (WHERE p.from_account = a.name AND p.to_account LIKE 'fund:%'), 0) AS returned,
    coalesce((SELECT balance FROM ledger_accounts WHERE name = a.name), 0) AS held
  FROM grants_calls c
    CROSS JOIN LATERAL (VALUES ('award:' || c.id || '.' || c.currency)) AS a (name)
    LEFT JOIN ledger_postings p ON p.from_account = a.name OR p.to_account = a.name
  GROUP BY c.id, a.name
), promised AS (
  SELECT c.id, coalesce(sum(m.amount) FILTER (WHERE m.state NOT IN ('accepted', 'cancelled')), 0) AS open
  FROM grants_calls c
    LEFT JOIN grants_awards w ON w.call_id = c.id AND w.state IN ('offered', 'active', 'ending', 'appealed')
    LEFT JOIN grants_milestones m ON m.award_id = w.id
  GROUP BY c.id
)
SELECT flows.*, promised.open FROM flows JOIN promised USING (id)
WHERE reserved NOT IN (0, budget)
  OR (state IN ('open', 'closed', 'decided') AND reserved <> budget)
  OR held + released + returned <> reserved
  OR (state = 'decided' AND held <> open)
  OR (state IN ('draft', 'cancelled') AND held <> 0);
