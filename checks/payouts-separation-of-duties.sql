-- Who drafted, who approved and who is paid are different people, and a batch that went on has all its approvals.
SELECT b.id, b.state
FROM payouts_batches b
WHERE b.edited_by && ARRAY[b.approved_by, b.second_approved_by]
   OR b.drafted_by IN (b.approved_by, b.second_approved_by)
   OR b.approved_by = b.second_approved_by
   OR (b.state IN ('approved', 'sending', 'done')
       AND num_nonnulls(b.approved_by, b.second_approved_by) < b.approvals_needed)
   OR EXISTS (SELECT 1 FROM payouts_payouts p
              WHERE p.batch_id = b.id AND p.person_id IN (b.drafted_by, b.approved_by, b.second_approved_by));
