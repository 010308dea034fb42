-- 100 %: whoever is declined, suspended or whose grant was ended by a person has a statement of reasons for it.
SELECT a.id, a.state FROM enrollment_applications a
WHERE a.state = 'declined' AND a.decided_at >= (SELECT since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = a.id AND s.kind = 'application_declined'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT u.id, u.state FROM enrollment_suspensions u
WHERE u.state IN ('in_force', 'lifted', 'ended', 'overturned')
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.id = u.statement_id AND s.issued_at IS NOT NULL)
UNION ALL
SELECT g.id, g.state FROM grants_awards g
WHERE g.state IN ('ending', 'appealed', 'terminated') AND g.updated_at >= (SELECT since FROM redress_complete_since)
  AND g.created_at >= (SELECT since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = g.id AND s.kind = 'grant_terminated'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT g.id, g.state FROM grants_applications g
WHERE g.state = 'declined' AND g.decided_by IS NOT NULL AND g.created_at >= (SELECT since FROM redress_complete_since)
  AND EXISTS (SELECT 1 FROM grants_calls c WHERE c.id = g.call_id AND c.state = 'decided')
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = g.id AND s.kind = 'grant_declined'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT d.id, d.outcome FROM approval_decisions d
WHERE d.outcome IN ('declined', 'taken_down') AND d.at >= (SELECT since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = d.submission_id
    AND s.kind IN ('submission_declined', 'work_taken_down') AND s.issued_at IS NOT NULL)
UNION ALL
SELECT x.id, x.state FROM grants_expenses x
WHERE x.state = 'declined' AND x.reason IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = x.id AND s.kind = 'expense_declined'
    AND s.issued_at IS NOT NULL)
