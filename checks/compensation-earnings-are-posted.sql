-- Proves: every funded earning has exactly its amount in the ledger, from its source to its artist, and an unfunded one
-- has nothing there. A row here means money owed that nobody can see, or paid that nobody owed.
SELECT e.id, e.state, e.amount, p.amount AS posted
FROM compensation_earnings e
  LEFT JOIN ledger_entries l ON l.reference = 'earning:' || e.id
  LEFT JOIN ledger_postings p ON p.entry_id = l.id
WHERE CASE WHEN e.state = 'unfunded' THEN l.id IS NOT NULL
  ELSE p.amount IS DISTINCT FROM e.amount OR p.from_account IS DISTINCT FROM e.source
    OR p.to_account IS DISTINCT FROM 'payable:' || e.person_id || '.' || e.currency END
UNION ALL
SELECT l.reference, 'entry without earning', NULL, NULL
FROM ledger_entries l
WHERE l.kind = 'compensation.earned'
  AND NOT EXISTS (SELECT FROM compensation_earnings e WHERE 'earning:' || e.id = l.reference);
