-- Proves: nobody is granted a window twice, not under another version of the plan either; and none expires twice.
SELECT split_part(reference, ':', 1) AS what, split_part(reference, ':', 2) AS purse, memo ->> 'startsAt' AS window, count(*)
FROM ledger_entries WHERE kind IN ('quota.granted', 'quota.expired') AND memo ? 'startsAt'
GROUP BY 1, 2, 3 HAVING count(*) > 1;
