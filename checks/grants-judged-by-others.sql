-- Proves: nobody reviewed or decided their own application, a co-author's or one of their team. A row here means that a
-- conflict of interest was overlooked.
SELECT r.id, r.reviewer_id, a.id AS application_id FROM grants_reviews r
  JOIN grants_applications a ON a.id = r.application_id
  JOIN grants_panel p ON p.call_id = r.call_id AND p.person_id = r.reviewer_id
WHERE r.state = 'completed' AND (a.person_id = r.reviewer_id
  OR a.collaborators @> jsonb_build_array(jsonb_build_object('personId', r.reviewer_id))
  OR (btrim(p.team) <> '' AND lower(btrim(p.team)) = lower(btrim(a.team))))
UNION ALL
SELECT a.id, a.decided_by, a.id FROM grants_applications a WHERE a.decided_by = a.person_id;
