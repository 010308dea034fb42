-- No appeal is heard by who decided, by the artist, or by anybody who took a step in the submission before.
SELECT a.id
FROM approval_appeals a
JOIN approval_submissions s ON s.id = a.submission_id
WHERE a.hearer_id IN (a.decided_by, a.appellant_id, s.person_id)
   OR EXISTS (SELECT 1 FROM approval_decisions d
              WHERE d.submission_id = a.submission_id AND d.reviewer_id = a.hearer_id AND d.at < coalesce(a.closed_at, 'infinity'))
   OR EXISTS (SELECT 1 FROM approval_submissions_history h
              WHERE h.subject_id = a.submission_id AND h.actor_id = a.hearer_id AND h.at < coalesce(a.closed_at, 'infinity'));
