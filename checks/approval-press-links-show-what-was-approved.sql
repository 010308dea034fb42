-- A link for the press that is open leads to nothing that was refused, withdrawn or never approved, except a work that was taken down since.
SELECT l.id
FROM approval_press_links l
JOIN approval_submissions s ON s.id = l.submission_id
WHERE l.revoked_at IS NULL AND l.expires_at > now() AND s.state NOT IN ('approved', 'published', 'taken_down');
