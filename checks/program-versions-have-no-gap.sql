-- Versions are numbered 1, 2, 3 … per programme and kind: nothing was published by halves or taken back.
SELECT program_id, kind, count(*) AS published, max(version) AS last
FROM program_versions
GROUP BY program_id, kind
HAVING count(*) <> max(version);
