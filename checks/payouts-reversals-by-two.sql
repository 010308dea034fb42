-- Two people take a payout back, neither of them its payee; what is back is no longer paid.
SELECT r.id, r.state, p.state AS payout
FROM payouts_reversals r JOIN payouts_payouts p ON p.id = r.payout_id
WHERE r.confirmed_by = r.asked_by
   OR p.person_id IN (r.asked_by, r.confirmed_by)
   OR (r.state = 'done' AND p.state NOT IN ('returned', 'failed'));
