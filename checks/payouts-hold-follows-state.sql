-- What is owed is reserved from the approval until the rail has answered, and then settled or given back.
SELECT p.id, p.state, h.state AS hold
FROM payouts_payouts p
LEFT JOIN ledger_holds h ON h.reference = 'payout:' || p.id
WHERE h.state IS DISTINCT FROM CASE
  WHEN p.state IN ('approved', 'sending', 'on_hold') THEN 'open'
  WHEN p.state IN ('in_transit', 'paid', 'returned') THEN 'settled'
  WHEN p.state = 'failed' AND p.sent_at IS NOT NULL THEN 'settled'
  WHEN p.state = 'failed' AND h.reference IS NOT NULL THEN 'released'
  WHEN p.state = 'canceled' AND h.reference IS NOT NULL THEN 'released'
END
OR (h.reference IS NOT NULL AND h.amount <> p.amount);
