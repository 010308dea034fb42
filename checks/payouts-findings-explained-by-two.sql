-- What does not match is open or explained, what matches is clear; two people explain, and none of them is paid by it.
SELECT f.id, f.match, f.state, f.explained_by, f.accepted_by
FROM payouts_findings f LEFT JOIN payouts_payouts p ON p.id = f.payout_id
WHERE (f.state = 'clear') <> (f.match IN ('matched', 'pending'))
   OR (f.state = 'explained' AND (f.accepted_by IS NULL OR f.accepted_by = f.explained_by))
   OR (f.state IN ('proposed', 'explained') AND p.person_id IN (f.explained_by, f.accepted_by))
   OR (f.payout_id IS NOT NULL AND f.subject <> f.payout_id);
