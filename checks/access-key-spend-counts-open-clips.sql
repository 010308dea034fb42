-- A key's count of open clips is the number of its clips that have not ended.
SELECT s.key_id, s.open_clips, count(g.id) AS open
FROM access_key_spend s
LEFT JOIN generation_generations g ON g.key_id = s.key_id
  AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
GROUP BY s.key_id, s.open_clips
HAVING s.open_clips <> count(g.id);
