-- Pay was taken back by two people, neither of them the artist, with a statement of reasons, and never for a duplicate.
SELECT v.id AS fault FROM feedback_voids v
WHERE v.state IN ('confirmed', 'overturned')
  AND (v.decided_by IS NULL OR v.decided_by = v.proposed_by OR v.decided_by = v.person_id OR v.proposed_by = v.person_id)
UNION ALL
SELECT v.id FROM feedback_voids v
WHERE v.state = 'confirmed' AND NOT EXISTS (
  SELECT 1 FROM redress_statements s WHERE s.act_id = v.id AND s.kind = 'earning_voided' AND s.state IN ('in_force', 'revised', 'ended'))
UNION ALL
SELECT v.id FROM feedback_voids v JOIN feedback_items f ON f.id = v.subject_id AND v.subject = 'feedback'
WHERE v.pay_ref <> f.pay_ref OR v.person_id <> f.person_id
UNION ALL
SELECT s.id FROM feedback_seats s WHERE s.state = 'voided' AND NOT EXISTS (
  SELECT 1 FROM feedback_voids v WHERE v.subject = 'task_seat' AND v.subject_id = s.id AND v.state = 'confirmed');
