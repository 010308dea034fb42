-- A batch's frozen total and count are those of its payouts, and its state agrees with theirs.
SELECT b.id, b.state, b.total, sum(p.amount) AS payouts_total
FROM payouts_batches b LEFT JOIN payouts_payouts p ON p.batch_id = b.id AND NOT p.is_left_out
GROUP BY b.id
HAVING b.total IS DISTINCT FROM sum(p.amount) OR b.payouts <> count(p.id)
  OR bool_or(b.state = 'draft' AND p.state <> 'draft')
  OR bool_or(b.state = 'canceled' AND p.state <> 'canceled')
  OR bool_or(b.state = 'done' AND p.state NOT IN ('paid', 'failed', 'returned', 'canceled'));
