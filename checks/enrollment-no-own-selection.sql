-- Nobody reviewed, invited, waitlisted or declined their own application; nobody suspended or reinstated themselves.
SELECT a.id, h.verb
FROM enrollment_applications_history h JOIN enrollment_applications a ON a.id = h.subject_id
WHERE h.actor_id = a.person_id AND h.verb NOT IN ('submit', 'reopen', 'withdraw')
UNION ALL
SELECT e.id, h.verb
FROM enrollment_enrollments_history h JOIN enrollment_enrollments e ON e.id = h.subject_id
WHERE h.actor_id = e.person_id AND h.verb IN ('suspend', 'reinstate');
