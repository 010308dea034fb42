-- A closed appeal has an answer, and one that succeeded has moved its submission on.
SELECT a.id, a.state, s.state AS submission
FROM approval_appeals a
JOIN approval_submissions s ON s.id = a.submission_id
WHERE (a.state IN ('upheld', 'overturned', 'partly_overturned') AND coalesce(btrim(a.reasons), '') = '')
   OR (a.state = 'overturned' AND NOT EXISTS (
        SELECT 1 FROM approval_submissions_history h WHERE h.subject_id = s.id AND h.verb = 'reinstate'))
   OR (a.state = 'partly_overturned' AND NOT EXISTS (
        SELECT 1 FROM approval_submissions_history h WHERE h.subject_id = s.id AND h.verb = 'reopen'));
