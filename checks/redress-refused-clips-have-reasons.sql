-- Proves: every clip that a renderer refused has its statement of reasons, and was told. A row here means that somebody got
-- nothing and does not know why.
SELECT g.id, g.provider, g.finished_at FROM generation_generations g
WHERE g.state = 'refused' AND g.finished_at >= (SELECT all_since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = g.id AND s.kind = 'generation_refused'
    AND s.issued_at IS NOT NULL);
