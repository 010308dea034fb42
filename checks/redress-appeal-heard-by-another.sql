-- Nobody who took part in a decision, and not the artist, hears the appeal against it.
SELECT a.id, a.hearer_id FROM redress_appeals a
WHERE a.hearer_id = a.appellant_id
   OR EXISTS (SELECT 1 FROM redress_participants p WHERE p.statement_id = a.statement_id AND p.person_id = a.hearer_id);
