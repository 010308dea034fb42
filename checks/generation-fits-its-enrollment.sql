-- A clip names the person and the programme of its enrollment, and a flow of its artist in its pool is open.
SELECT g.id
FROM generation_generations g
LEFT JOIN enrollment_enrollments e ON e.id = g.enrollment_id
LEFT JOIN generation_flows f ON f.pool = g.pool AND f.enrollment_id = g.enrollment_id
WHERE e.person_id IS DISTINCT FROM g.person_id OR e.program_id IS DISTINCT FROM g.program_id OR f.pool IS NULL;
