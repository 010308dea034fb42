-- A key lies in quarantine while its incident is open, and no longer.
SELECT coalesce(k.id, i.key_id) AS key, i.id AS incident
FROM (SELECT id FROM access_keys WHERE state = 'quarantined') k
FULL JOIN (SELECT id, key_id FROM access_incidents WHERE state = 'open' AND key_id IS NOT NULL) i ON i.key_id = k.id
WHERE k.id IS NULL OR i.id IS NULL;
