-- A statement is annulled or revised when its appeal succeeded; one that was upheld stands.
SELECT a.id, a.state, s.state AS statement FROM redress_appeals a JOIN redress_statements s ON s.id = a.statement_id
WHERE (a.state = 'overturned' AND s.state <> 'annulled') OR (a.state = 'partly_overturned' AND s.state <> 'revised')
   OR (a.state = 'upheld' AND s.state NOT IN ('in_force', 'ended'));
