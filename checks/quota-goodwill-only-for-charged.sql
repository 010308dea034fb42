-- Proves: credits come back only for clips that were charged, once, to whoever paid, and the books say the same.
SELECT w.generation_id, w.credits, c.credits AS charged, p.amount AS given, p.to_account
FROM quota_goodwill w
JOIN quota_charges c ON c.generation_id = w.generation_id
LEFT JOIN ledger_entries paid ON paid.reference =
  'charge:' || w.generation_id || CASE WHEN c.pool_id IS NULL THEN ':credits' ELSE ':pool' END
LEFT JOIN ledger_entries e ON e.reference = 'goodwill:' || w.generation_id
LEFT JOIN ledger_postings p ON p.entry_id = e.id
WHERE paid.id IS NULL OR p.amount IS DISTINCT FROM c.credits OR w.credits <> c.credits
   OR p.to_account <> coalesce('pool:' || c.pool_id, 'credits:' || c.enrollment_id);
