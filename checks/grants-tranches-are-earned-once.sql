-- Proves: every accepted step of an award is one earning of exactly its amount, every other step none, and the steps of
-- an award that stand sum to it. A row here means that a tranche was paid twice, not at all, or in another amount.
SELECT m.id, m.state, m.amount, sum(e.amount) AS earned, count(e.id) AS earnings
FROM grants_milestones m LEFT JOIN compensation_earnings e ON e.cause_type = 'milestone' AND e.cause_id = m.id
GROUP BY m.id
HAVING (m.state = 'accepted' AND (count(e.id) <> 1 OR sum(e.amount) <> m.amount))
  OR (m.state <> 'accepted' AND count(e.id) <> 0)
UNION ALL
SELECT w.id, w.state, w.amount, sum(m.amount), count(m.id)
FROM grants_awards w JOIN grants_milestones m ON m.award_id = w.id AND m.state <> 'cancelled'
WHERE w.state IN ('offered', 'active', 'reported') GROUP BY w.id HAVING sum(m.amount) <> w.amount;
