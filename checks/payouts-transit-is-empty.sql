-- A payout's transit account holds its amount while it travels, and nothing before or after.
SELECT p.id, p.state, p.amount, coalesce(a.balance, 0) AS in_transit
FROM payouts_payouts p
LEFT JOIN ledger_accounts a ON a.name = 'transit:' || p.id || '.' || p.currency
WHERE coalesce(a.balance, 0) <> CASE WHEN p.state = 'in_transit' THEN p.amount ELSE 0 END;
