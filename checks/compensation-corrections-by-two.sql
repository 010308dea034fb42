-- Proves: an amount is taken back only with a correction that two people made, neither of them its owner, or because the
-- pay of accepted work was voided. A row here means that somebody was paid less by one hand.
SELECT h.subject_id, h.actor_id
FROM compensation_earnings_history h JOIN compensation_earnings e ON e.id = h.subject_id
WHERE h.verb = 'reverse' AND h.note ->> 'voidId' IS NULL
  AND NOT EXISTS (
    SELECT FROM compensation_corrections c
    WHERE c.earning_id = h.subject_id AND c.state IN ('confirmed', 'overturned') AND c.decided_by <> c.proposed_by
      AND c.proposed_by <> e.person_id AND c.decided_by <> e.person_id
  );
