-- A payout pays exactly the earnings that were approved with it, less what tax was withheld; before its turn and after a failure none of them belongs to it.
SELECT p.id, p.state, p.amount, coalesce(sum(e.amount - e.withheld), 0) AS claimed
FROM payouts_payouts p
LEFT JOIN compensation_earnings e ON e.payout_id = p.id AND e.person_id = p.person_id AND e.currency = p.currency
GROUP BY p.id
HAVING coalesce(sum(e.amount - e.withheld), 0) <>
    CASE WHEN p.state IN ('draft', 'failed', 'returned', 'canceled') THEN 0 ELSE p.amount END
  OR count(e.id) <> CASE WHEN p.state IN ('draft', 'failed', 'returned', 'canceled') THEN 0 ELSE cardinality(p.earning_ids) END
  OR bool_or(e.id <> ALL (p.earning_ids))
  OR bool_or((e.state = 'paid') <> (p.state = 'paid'));
