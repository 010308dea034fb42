-- Proves: a settled hold has exactly one entry, which takes exactly the settled amount from the hold's account, and
-- no two holds share an entry. A row here means that something was charged twice, or never.
SELECT h.reference, h.settled, p.amount AS posted
FROM ledger_holds h LEFT JOIN ledger_postings p ON p.entry_id = h.entry_id
WHERE h.state = 'settled' AND (p.amount IS DISTINCT FROM h.settled OR p.from_account IS DISTINCT FROM h.account)
UNION ALL
SELECT min(reference), count(*), NULL FROM ledger_holds WHERE entry_id IS NOT NULL GROUP BY entry_id HAVING count(*) > 1;
