-- An invitation and its enrollment are one fact: neither exists without the other.
SELECT a.id, a.state
FROM enrollment_applications a LEFT JOIN enrollment_enrollments e ON e.application_id = a.id
WHERE (a.state = 'invited') <> (e.id IS NOT NULL)
   OR e.person_id <> a.person_id OR e.program_id <> a.program_id;
