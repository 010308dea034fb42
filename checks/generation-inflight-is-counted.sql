-- The number of clips under way that the fair order believes in is the number there is.
SELECT f.pool, f.enrollment_id, f.inflight, count(g.id) AS counted
FROM generation_flows f
LEFT JOIN generation_generations g ON g.pool = f.pool AND g.enrollment_id = f.enrollment_id
  AND g.state IN ('starting', 'processing', 'finishing')
GROUP BY f.pool, f.enrollment_id
HAVING f.inflight <> count(g.id);
