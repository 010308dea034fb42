-- A clip is charged if and only if it succeeded: once on its artist's credits, for the price it was quoted, and once on
-- the budget of the key that asked, where there is one.
WITH charged AS (
  SELECT g.id, g.state, g.credits, c.key_id,
    count(*) FILTER (WHERE p.to_account = 'spent:credit') AS credit_entries,
    count(*) FILTER (WHERE p.to_account = 'spent:budget') AS budget_entries,
    coalesce(sum(p.amount) FILTER (WHERE p.to_account = 'spent:credit'), 0) AS spent
  FROM generation_generations g
  JOIN quota_charges c ON c.generation_id = g.id
  LEFT JOIN ledger_entries e ON e.reference IN ('charge:' || g.id || ':credits', 'charge:' || g.id || ':pool',
    'charge:' || g.id || ':budget')
  LEFT JOIN ledger_postings p ON p.entry_id = e.id
  GROUP BY g.id, g.state, g.credits, c.key_id
)
SELECT * FROM charged
WHERE credit_entries <> (state = 'succeeded')::int
   OR budget_entries <> (state = 'succeeded' AND key_id IS NOT NULL)::int
   OR (state = 'succeeded' AND spent <> credits);
