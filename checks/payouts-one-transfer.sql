-- Each payout that left has exactly one transfer at the sandbox rail, with its payee and amount; and no transfer
-- travels or arrived for a payout whose earnings are due again.
SELECT p.id, p.state, t.id AS transfer, t.state AS transfer_state
FROM payouts_payouts p
FULL JOIN payouts_sandbox_transfers t ON t.reference = p.id
WHERE (p.rail = 'sandbox' AND p.state IN ('in_transit', 'paid', 'returned')
       AND (t.id IS NULL OR t.id <> p.rail_ref OR t.amount <> p.amount OR t.currency <> p.currency OR t.person_id <> p.person_id))
   OR p.id IS NULL
   OR (t.state IN ('in_transit', 'paid') AND p.state NOT IN ('sending', 'on_hold', 'in_transit', 'paid'))
   OR (p.state = 'paid' AND t.state NOT IN ('paid', 'returned'));
