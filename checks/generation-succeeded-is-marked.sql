-- Every delivered clip has its origin on record, under the hash of the file that was delivered, and a manifest that was
-- promised by the mark policy it was made under is there and was read back.
SELECT g.id, p.sha256, f.sha256 AS stored
FROM generation_generations g
LEFT JOIN generation_provenance p ON p.generation_id = g.id
LEFT JOIN generation_files f ON f.generation_id = g.id AND f.kind = 'video'
LEFT JOIN program_versions v ON v.id = p.policy_id
WHERE (g.state = 'succeeded' AND p.generation_id IS NULL)
   OR (g.state <> 'succeeded' AND p.generation_id IS NOT NULL)
   OR (f.sha256 IS NOT NULL AND f.sha256 <> p.sha256)
   OR ((v.content ->> 'c2pa')::boolean AND (p.manifest IS NULL OR p.verified_at IS NULL));
