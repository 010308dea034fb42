-- Whoever is or was in has accepted terms of that very programme, with the hash that was published.
SELECT e.id, e.state
FROM enrollment_enrollments e
WHERE e.state IN ('active', 'paused', 'suspended')
  AND NOT EXISTS (
    SELECT 1 FROM enrollment_consents c JOIN program_versions v ON v.id = c.terms_id
    WHERE c.enrollment_id = e.id AND c.person_id = e.person_id AND v.kind = 'terms'
      AND v.program_id = e.program_id AND v.hash = c.hash AND v.version = c.terms_version);
