-- Nobody claims, decides or takes down their own work, and no decision stands for another author than the submission's.
SELECT d.id AS fault FROM approval_decisions d JOIN approval_submissions s ON s.id = d.submission_id
WHERE d.reviewer_id = s.person_id OR d.author_id <> s.person_id
UNION ALL
SELECT h.subject_id || ' ' || h.verb FROM approval_submissions_history h JOIN approval_submissions s ON s.id = h.subject_id
WHERE h.actor_id = s.person_id AND h.verb NOT IN ('submit', 'resubmit', 'withdraw');
