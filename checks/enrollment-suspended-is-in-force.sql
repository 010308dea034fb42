-- Whoever is suspended has one suspension in force with its statement, and every one in force suspends.
SELECT e.id, e.state, s.id AS suspension
FROM enrollment_enrollments e
FULL JOIN (SELECT * FROM enrollment_suspensions WHERE state = 'in_force') s ON s.enrollment_id = e.id
WHERE (e.state = 'suspended') IS DISTINCT FROM (s.id IS NOT NULL)
  AND NOT (s.id IS NOT NULL AND e.state IN ('offboarding', 'alumni'))
