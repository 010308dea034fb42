-- Proves: no adverse act stands on a statement that lacks a part, and none that takes money or work is without one. A row
-- here means that somebody lost something and was not told all of it.
SELECT s.id, s.kind FROM redress_statements s
WHERE btrim(s.ground) = '' OR btrim(s.rule_id) = '' OR btrim(s.rule_text) = '' OR btrim(s.scope) = ''
   OR char_length(btrim(s.facts)) < 20 OR char_length(btrim(s.remedy)) < 5 OR s.decided_by_role = ''
   OR s.appeal_until < s.decided_at + interval '5 months' OR (s.state IN ('in_force', 'ended', 'annulled', 'revised') AND s.issued_at IS NULL)
UNION ALL
SELECT f.id, f.state FROM feedback_items f
WHERE f.state = 'declined' AND f.updated_at >= (SELECT all_since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = f.pay_ref AND s.kind = 'feedback_declined'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT c.id, c.state FROM compensation_corrections c
WHERE c.state = 'confirmed' AND c.created_at >= (SELECT all_since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = c.earning_id AND s.kind = 'earning_voided'
    AND s.issued_at IS NOT NULL)
UNION ALL
SELECT v.id, v.state FROM feedback_voids v
WHERE v.state = 'confirmed' AND v.created_at >= (SELECT all_since FROM redress_complete_since)
  AND NOT EXISTS (SELECT 1 FROM redress_statements s WHERE s.subject_id = v.pay_ref AND s.kind = 'earning_voided'
    AND s.issued_at IS NOT NULL);
