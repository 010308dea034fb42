-- A key lies in quarantine while its incident is open, and no longer.
SELECT k.id, k.state, i.id AS incident
FROM access_keys k
FULL JOIN access_incidents i ON i.key_id = k.id AND i.state = 'open'
WHERE (k.state = 'quarantined') IS DISTINCT FROM (i.id IS NOT NULL) AND (i.id IS NULL OR i.key_id IS NOT NULL);
