-- No programme has more artists in than seats.
SELECT p.id, p.capacity, count(*) AS taken
FROM program_programs p JOIN enrollment_enrollments e ON e.program_id = p.id
WHERE e.state NOT IN ('offboarding', 'alumni') OR (e.state = 'offboarding' AND e.leaves_at > now())
GROUP BY p.id
HAVING count(*) > p.capacity;
