-- What is published is a work and nothing that was refused is public; a work came from an approval.
SELECT s.id, s.state
FROM approval_submissions s
LEFT JOIN approval_works w ON w.submission_id = s.id
WHERE (s.state = 'published' AND (w.id IS NULL OR w.is_taken_down))
   OR (s.state = 'taken_down' AND (w.id IS NULL OR NOT w.is_taken_down))
   OR (w.id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM approval_submissions_history h WHERE h.subject_id = s.id AND h.verb = 'publish'));
