-- Every pause that happened was decided by two people and lasted four hours at most.
SELECT id FROM program_pauses
WHERE state IN ('active', 'ended')
  AND (confirmed_by IS NULL OR confirmed_by = proposed_by OR ends_at > starts_at + interval '4 hours');
