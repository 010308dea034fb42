-- No clip without a price held for it, and no price without its clip.
SELECT coalesce(g.id, c.generation_id) AS id
FROM generation_generations g
FULL JOIN quota_charges c ON c.generation_id = g.id
WHERE g.id IS NULL OR c.generation_id IS NULL OR c.credits <> g.credits OR c.enrollment_id <> g.enrollment_id;
