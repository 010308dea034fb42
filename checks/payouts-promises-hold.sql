-- What a draft names is due to its payee, whole and unchanged, and nothing is named by two drafts.
SELECT p.id, p.amount, now.amount AS due
FROM payouts_payouts p
CROSS JOIN LATERAL (
  SELECT count(*) AS count, sum(e.amount - e.withheld) AS amount FROM compensation_earnings e
  WHERE e.id = ANY (p.earning_ids) AND e.state = 'due' AND e.person_id = p.person_id AND e.program_id = p.program_id
    AND e.currency = p.currency) now
WHERE p.state = 'draft' AND (now.count <> cardinality(p.earning_ids) OR now.amount <> p.amount)
UNION ALL
SELECT named.id, NULL, NULL
FROM (SELECT unnest(earning_ids) AS id FROM payouts_payouts WHERE state = 'draft') named
GROUP BY named.id HAVING count(*) > 1;
