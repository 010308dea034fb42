-- Proves: all credits that were given by hand were given by somebody else, and the books say the same as the list of who gave.
SELECT e.reference, t.id, t.credits, p.amount AS given, t.actor_id, p.to_account
FROM (SELECT * FROM ledger_entries WHERE kind = 'quota.topped_up') e
FULL JOIN quota_top_ups t ON e.reference = 'top-up:' || t.id
LEFT JOIN ledger_postings p ON p.entry_id = e.id
LEFT JOIN enrollment_enrollments n ON n.id = t.enrollment_id
WHERE e.id IS NULL OR t.id IS NULL OR p.amount IS DISTINCT FROM t.credits
   OR p.to_account IS DISTINCT FROM 'credits:' || t.enrollment_id OR n.person_id = t.actor_id;
