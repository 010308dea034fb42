-- 100 %: whoever is declined, suspended or whose grant was ended by a person has a statement of reasons for it.
SELECT a.id, a.state FROM enrollment_applications a
WHERE a.state = 'declined' AND a.decided_at >= (SELECT since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = a.id AND s.kind = 'application_declined'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT u.id, u.state FROM enrollment_suspensions u
WHERE u.state IN ('in_force', 'lifted', 'ended', 'overturned')
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.id = u.statement_id AND s.issued_at IS NOT NULL)
