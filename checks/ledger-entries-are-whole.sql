-- Proves: every entry has postings, numbered 1 to n without a gap, between accounts of the entry's own unit.
-- A row here means that half an entry was written, or that credits were paid as money.
SELECT e.reference, count(p.line) AS postings, max(p.line) AS last_line
FROM ledger_entries e LEFT JOIN ledger_postings p ON p.entry_id = e.id
GROUP BY e.id
HAVING count(p.line) = 0 OR count(p.line) <> max(p.line)
UNION ALL
SELECT e.reference, p.line, NULL
FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.id
  CROSS JOIN LATERAL (VALUES (p.from_account), (p.to_account)) AS x (account)
WHERE e.unit <> CASE split_part(x.account, ':', 1)
  WHEN 'credits' THEN 'credit'
  WHEN 'pool' THEN 'credit'
  WHEN 'budget' THEN 'budget'
  WHEN 'fund' THEN right(x.account, 3)
  WHEN 'payable' THEN right(x.account, 3)
  WHEN 'transit' THEN right(x.account, 3)
  WHEN 'award' THEN right(x.account, 3)
  WHEN 'task' THEN right(x.account, 3)
  WHEN 'withheld' THEN right(x.account, 3)
  ELSE split_part(x.account, ':', 2)
END;
