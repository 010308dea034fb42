-- What waits for a second look has one that is open; what was looked at before it took effect follows its verdict.
SELECT s.id, s.state, l.state AS look FROM redress_statements s
LEFT JOIN redress_looks l ON l.statement_id = s.id AND l.timing = 'before'
WHERE (s.state = 'held') <> (l.state IS NOT DISTINCT FROM 'open')
   OR (s.state = 'dropped') <> (coalesce(l.state, '') IN ('rejected', 'lapsed'));
