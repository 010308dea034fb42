-- A clip that has ended reserves nothing any more; one that has not ended still reserves exactly its price.
SELECT g.id, g.state, h.reference, h.state AS hold
FROM generation_generations g
JOIN quota_charges c ON c.generation_id = g.id
CROSS JOIN LATERAL (VALUES ('hold:' || g.id || CASE WHEN c.pool_id IS NULL THEN ':credits' ELSE ':pool' END), ('hold:' || g.id || ':budget')) AS purse (reference)
LEFT JOIN ledger_holds h ON h.reference = purse.reference
WHERE (h.reference IS NULL AND (purse.reference NOT LIKE '%:budget' OR c.key_id IS NOT NULL))
   OR (h.state = 'open') <> (g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing'))
   OR h.amount <> g.credits;
