-- A worker holds a live lease only on a clip that is being made, and every clip being made has one.
SELECT g.id, g.state, l.ended_at
FROM generation_generations g
LEFT JOIN generation_leases l ON l.generation_id = g.id
WHERE (l.generation_id IS NOT NULL AND l.ended_at IS NULL) <> (g.state IN ('processing', 'finishing'));
