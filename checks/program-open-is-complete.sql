-- No programme has left its draft without a version of each of the four documents.
SELECT p.id, p.state, k.kind AS missing
FROM program_programs p
CROSS JOIN (VALUES ('terms'), ('rate_card'), ('quota_plan'), ('mark_policy')) AS k (kind)
WHERE p.state <> 'draft'
  AND NOT EXISTS (SELECT 1 FROM program_versions v WHERE v.program_id = p.id AND v.kind = k.kind AND v.cohort_id IS NULL);
