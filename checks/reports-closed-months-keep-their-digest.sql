-- A closed month is closed in the ledger too, and nothing else is; its proof is still the one that was written.
WITH proof AS (
  SELECT p.id,
    count(e.id) AS entries,
    encode(sha256(coalesce(string_agg(e.digest, ''::bytea ORDER BY e.id), ''::bytea)), 'hex') AS digest
  FROM reports_periods p
  LEFT JOIN ledger_entries e
    ON e.at >= (p.id || '-01T00:00:00Z')::timestamptz
    AND e.at < (p.id || '-01T00:00:00Z')::timestamptz + interval '1 month'
  WHERE p.state <> 'open'
  GROUP BY p.id
)
SELECT p.id AS month, 'the ledger does not have it closed' AS fault
FROM reports_periods p
WHERE p.state <> 'open' AND NOT EXISTS (SELECT FROM ledger_closed_months m WHERE to_char(m.month, 'YYYY-MM') = p.id)
UNION ALL
SELECT to_char(m.month, 'YYYY-MM'), 'closed in the ledger only'
FROM ledger_closed_months m
WHERE NOT EXISTS (SELECT FROM reports_periods p WHERE p.id = to_char(m.month, 'YYYY-MM') AND p.state <> 'open')
UNION ALL
SELECT p.id, 'its entries are no longer those of its digest'
FROM reports_periods p JOIN proof ON proof.id = p.id
WHERE p.digest <> proof.digest OR p.entries <> proof.entries;
