-- Proves: every funded earning has exactly its amount in the ledger, from its source to its artist, and an unfunded one
-- has nothing there; what was reversed came back whole, and what is withheld is what the ledger passed on. A row here means
-- money owed that nobody can see, or paid that nobody owed.
WITH posted AS (
  SELECT split_part(l.reference, ':', 2) AS id, l.kind, p.amount, p.from_account, p.to_account
  FROM ledger_entries l JOIN ledger_postings p ON p.entry_id = l.id
  WHERE l.kind IN ('compensation.earned', 'compensation.reversed', 'compensation.withheld')
), sums AS (
  SELECT e.id, e.state, e.amount, e.withheld,
    sum(p.amount) FILTER (WHERE p.kind = 'compensation.earned' AND p.from_account = e.source
      AND p.to_account = 'payable:' || e.person_id || '.' || e.currency) AS earned,
    sum(p.amount) FILTER (WHERE p.kind = 'compensation.reversed'
      AND p.to_account = 'fund:' || e.program_id || '.' || e.currency) AS back,
    coalesce(sum(CASE WHEN p.to_account LIKE 'withheld:%' THEN p.amount ELSE -p.amount END)
      FILTER (WHERE p.kind = 'compensation.withheld'), 0) AS passed_on
  FROM compensation_earnings e LEFT JOIN posted p ON p.id = e.id
  GROUP BY e.id
)
SELECT id, state, amount, earned AS posted FROM sums
WHERE withheld <> passed_on
  OR CASE state
    WHEN 'unfunded' THEN earned IS NOT NULL
    WHEN 'reversed' THEN earned IS DISTINCT FROM back OR coalesce(earned, amount) <> amount
    ELSE earned IS DISTINCT FROM amount OR back IS NOT NULL
  END
UNION ALL
SELECT l.reference, 'entry without earning', NULL, NULL
FROM ledger_entries l
WHERE l.kind IN ('compensation.earned', 'compensation.reversed', 'compensation.withheld')
  AND NOT EXISTS (SELECT FROM compensation_earnings e WHERE e.id = split_part(l.reference, ':', 2));
