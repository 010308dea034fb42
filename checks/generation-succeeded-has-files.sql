-- A clip that succeeded has its three files, unless the bin was emptied of them, and says what made it; no other clip has any, and every end has its instant.
SELECT g.id, g.state, count(f.kind) AS files
FROM generation_generations g
LEFT JOIN generation_files f ON f.generation_id = g.id
GROUP BY g.id
HAVING count(f.kind) <> CASE WHEN g.state = 'succeeded' AND NOT EXISTS
         (SELECT 1 FROM generation_bin b WHERE b.id = g.id AND b.state = 'emptied') THEN 3 ELSE 0 END
    OR (g.state = 'succeeded' AND g.model IS NULL)
    OR (g.finished_at IS NULL) <> (g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing'));
